package dev.perigee.lua.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void linesAndColumnsCountFromOne() {
        SourceText source = new SourceText("a.lua", "one\ntwo\n\nfour");

        assertThat(source.lineCount()).isEqualTo(4);
        assertThat(source.line(0)).isEqualTo(1);
        assertThat(source.line(3)).isEqualTo(1);
        assertThat(source.line(4)).isEqualTo(2);
        assertThat(source.column(6)).isEqualTo(3);
        assertThat(source.line(8)).isEqualTo(3);
        assertThat(source.line(13)).isEqualTo(4);
        assertThat(source.column(13)).isEqualTo(5);
        assertThat(source.lineText(2)).isEqualTo("two");
        assertThat(source.lineText(3)).isEmpty();
        assertThat(source.lineText(4)).isEqualTo("four");
        assertThat(source.text(new Span(4, 7))).isEqualTo("two");
        assertThat(source.path()).isEqualTo("a.lua");
    }

    @Test
    void lineBreaksAreLuas() {
        SourceText source = new SourceText("", "a\r\nb\n\rc\rd\r\re");

        assertThat(source.lineCount()).isEqualTo(6);
        assertThat(source.lineText(2)).isEqualTo("b");
        assertThat(source.lineText(3)).isEqualTo("c");
        assertThat(source.lineText(4)).isEqualTo("d");
        assertThat(source.lineText(6)).isEqualTo("e");
        assertThat(source.column(source.text().indexOf('e'))).isEqualTo(1);
    }

    @Test
    void columnsCountUtf16Units() {
        assertThat(new SourceText("", "'😀' x").column(5)).isEqualTo(6);
    }

    @Test
    void anEmptyTextHasOneLine() {
        SourceText source = new SourceText("", "");

        assertThat(source.lineCount()).isEqualTo(1);
        assertThat(source.line(0)).isEqualTo(1);
        assertThat(source.column(0)).isEqualTo(1);
        assertThat(source.lineText(1)).isEmpty();
    }
}
