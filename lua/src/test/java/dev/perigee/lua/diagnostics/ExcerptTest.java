package dev.perigee.lua.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void marksAPlaceInItsLine() {
        Excerpt excerpt = excerpt("local a = 1\nreturn KEYS[3]\n", "KEYS[3]");

        assertThat(excerpt.position()).isEqualTo("sale/buy.lua:2:8");
        assertThat(excerpt.numbered()).isEqualTo("   2 | return KEYS[3]\n     |        ^^^^^^^");
        assertThat(excerpt.indented()).isEqualTo("   return KEYS[3]\n          ^^^^^^^");
    }

    /** Tabs are as wide as the terminal makes them, so the line of the marks has the same ones. */
    @Test
    void keepsTabsInFrontOfTheMarks() {
        assertThat(excerpt("if x then\n\t\treturn\tKEYS[3]\nend", "KEYS[3]").numbered())
                .isEqualTo("   2 | \t\treturn\tKEYS[3]\n     | \t\t      \t^^^^^^^");
    }

    @Test
    void marksAPlaceOfSeveralLinesInItsFirst() {
        assertThat(excerpt("return [[a\nb]] .. x\n", "[[a\nb]]").numbered())
                .isEqualTo("   1 | return [[a\n     |        ^^^");
    }

    @Test
    void marksTheEndOfTheFileBehindItsLastCharacter() {
        String text = "if x then";
        Excerpt excerpt = new Excerpt(new SourceText("a.lua", text), new Span(text.length(), text.length()));

        assertThat(excerpt.position()).isEqualTo("a.lua:1:10");
        assertThat(excerpt.numbered()).isEqualTo("   1 | if x then\n     |          ^");
    }

    @Test
    void marksTheEndOfAFileThatEndsInANewline() {
        String text = "if x then\n";
        Excerpt excerpt = new Excerpt(new SourceText("a.lua", text), new Span(text.length(), text.length()));

        assertThat(excerpt.numbered()).isEqualTo("   2 | \n     | ^");
    }

    @Test
    void marksALineBreakBehindTheLine() {
        Excerpt excerpt = new Excerpt(new SourceText("a.lua", "x = 'a\ny"), new Span(6, 7));

        assertThat(excerpt.numbered()).isEqualTo("   1 | x = 'a\n     |       ^");
    }

    @Test
    void marksNothingOfAnEmptyFileButItsBeginning() {
        Excerpt excerpt = new Excerpt(new SourceText("a.lua", ""), new Span(0, 0));

        assertThat(excerpt.position()).isEqualTo("a.lua:1:1");
        assertThat(excerpt.numbered()).isEqualTo("   1 | \n     | ^");
    }

    /** A line may have as many findings as characters: each costs no more than what is shown of it. */
    @Test
    void cutsLongLinesAroundThePlace() {
        String filler = "x".repeat(1_000_000);

        assertThat(excerpt(filler + "KEYS[3]" + filler, "KEYS[3]").indented())
                .isEqualTo("   …" + "x".repeat(53) + "KEYS[3]" + "x".repeat(100) + "…\n" + " ".repeat(57) + "^^^^^^^");
        assertThat(excerpt("KEYS[3]" + filler, "KEYS[3]").indented())
                .isEqualTo("   KEYS[3]" + "x".repeat(153) + "…\n   ^^^^^^^");
        assertThat(excerpt(filler + "KEYS[3]\n", "KEYS[3]").indented())
                .isEqualTo("   …" + "x".repeat(53) + "KEYS[3]\n" + " ".repeat(57) + "^^^^^^^");
        assertThat(excerpt(filler, filler).indented()).isEqualTo("   " + "x".repeat(160) + "…\n   " + "^".repeat(160));
    }

    @Test
    void countsTheColumnsOfTheTerminal() {
        assertThat(excerpt("x = '庫存' .. y", "y").indented()).isEqualTo("   x = '庫存' .. y\n" + " ".repeat(17) + "^");
        assertThat(excerpt("x = 'e\u0301' .. y", "y").indented())
                .isEqualTo("   x = 'e\u0301' .. y\n" + " ".repeat(14) + "^");
        assertThat(excerpt("x = '\ud83d\ude00'", "\ud83d\ude00").indented())
                .isEqualTo("   x = '\ud83d\ude00'\n" + " ".repeat(8) + "^^");
        assertThat(excerpt("庫".repeat(300) + "y", "y").indented())
                .isEqualTo("   …" + "庫".repeat(26) + "y\n" + " ".repeat(56) + "^");
    }

    @Test
    void alignsWideLineNumbers() {
        String text = "\n".repeat(99_999) + "KEYS[3]";

        assertThat(excerpt(text, "KEYS[3]").numbered()).isEqualTo("100000 | KEYS[3]\n       | ^^^^^^^");
    }

    private static Excerpt excerpt(String text, String marked) {
        int start = text.indexOf(marked);
        return new Excerpt(new SourceText("sale/buy.lua", text), new Span(start, start + marked.length()));
    }
}
