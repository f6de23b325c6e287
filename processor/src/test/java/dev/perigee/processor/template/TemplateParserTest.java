package dev.perigee.processor.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.syntax.Span;
import dev.perigee.processor.template.TemplatePart.Literal;
import dev.perigee.processor.template.TemplatePart.Placeholder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateParserTest {

    @Test
    void readsLiteralsAndPlaceholdersWithTheirPlaces() {
        KeyTemplate template = TemplateParser.parse("sale:{#sku}:stock");

        assertThat(template.problem()).isNull();
        assertThat(template.parts())
                .containsExactly(
                        new Literal("sale:{", new Span(0, 6)),
                        new Placeholder(List.of("sku"), new Span(6, 10)),
                        new Literal("}:stock", new Span(10, 17)));
    }

    /** Literals are shown in quotes, placeholders in angle brackets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "plain; 'plain'",
                "#sku; <sku>",
                "#a#b; <a><b>",
                "#order.customer.id; <order.customer.id>",
                "#id.; <id>'.'",
                "#id.1; <id>'.1'",
                "#id..x; <id>'..x'",
                "#(id)s; <id>'s'",
                "#(order.id).items; <order.id>'.items'",
                "#(id)(x); <id>'(x)'",
                "##; '#'",
                "a##b:#id; 'a#b:'<id>",
                "###id; '#'<id>",
                "####; '##'",
                "#größe_1:x; <größe_1>':x'",
                "{#a}{#b}; '{'<a>'}{'<b>'}'",
                "{}; '{}'"
            })
    void readsTemplates(String text, String expected) {
        KeyTemplate template = TemplateParser.parse(text);

        assertThat(template.problem()).isNull();
        assertThat(template.parts().stream().map(TemplateParserTest::show).collect(Collectors.joining()))
                .isEqualTo(expected);
    }

    private static String show(TemplatePart part) {
        return part instanceof Literal literal
                ? "'" + literal.text() + "'"
                : "<" + String.join(".", ((Placeholder) part).path()) + ">";
    }

    /** The places of all parts together are the whole text, also where escapes make a literal shorter. */
    @ParameterizedTest
    @CsvSource({"a##b:#(id)c##", "##", "#a##b", "{#x.y.z}##{#(w)}"})
    void leavesNoGapBetweenParts(String text) {
        int end = 0;
        for (TemplatePart part : TemplateParser.parse(text).parts()) {
            assertThat(part.span().start()).isEqualTo(end);
            end = part.span().end();
        }
        assertThat(end).isEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; 0; 0; the key template is empty",
                "cart:#; 5; 6; a name is expected after #",
                "cart:#:x; 5; 6; a name is expected after #",
                "#1; 0; 1; a name is expected after #",
                "#(); 0; 2; a name is expected after #(",
                "# id; 0; 1; a name is expected after #",
                "#(id; 0; 4; ')' is expected after #(id",
                "x#(id.y:z); 1; 7; ')' is expected after #(id.y"
            })
    void saysWhatIsWrongAndWhere(String text, int start, int end, String message) {
        KeyTemplate.Problem problem =
                Objects.requireNonNull(TemplateParser.parse(text).problem());

        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.span()).isEqualTo(new Span(start, end));
        assertThat(problem.help()).isNotBlank();
    }

    @Test
    void namesTheParametersOfPaths() {
        assertThat(TemplateParser.parse("#order.id:#(user).x#a").parameters()).containsExactly("order", "user", "a");
    }
}
