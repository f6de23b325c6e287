package dev.perigee.lua.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LuaParserTest {

    private static List<Statement> statements(String script) {
        ParseResult result = LuaParser.parse(script);
        assertThat(result.errors()).isEmpty();
        return result.chunk().block().statements();
    }

    private static Expression expression(String expression) {
        return ((Statement.Return) statements("return " + expression).get(0))
                .values()
                .get(0);
    }

    private static String text(String script, Node node) {
        return script.substring(node.span().start(), node.span().end());
    }

    /** The expression with all its operators in parentheses. */
    private static String grouped(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            String operator = binary.operator().text();
            return "(" + grouped(binary.left()) + " " + operator + " " + grouped(binary.right()) + ")";
        }
        if (expression instanceof Expression.Unary unary) {
            return "(" + unary.operator().text() + " " + grouped(unary.operand()) + ")";
        }
        return ((Expression.Variable) expression).name();
    }

    @ParameterizedTest
    @CsvSource({
        "a or b and c, (a or (b and c))",
        "a and b or c, ((a and b) or c)",
        "a < b == c, ((a < b) == c)",
        "a .. b .. c, (a .. (b .. c))",
        "a ^ b ^ c, (a ^ (b ^ c))",
        "a - b - c, ((a - b) - c)",
        "a + b * c ^ d, (a + (b * (c ^ d)))",
        "- a ^ b, (- (a ^ b))",
        "a ^ - b, (a ^ (- b))",
        "not a == b, ((not a) == b)",
        "- a * b, ((- a) * b)",
        "# a .. b, ((# a) .. b)",
        "a .. b + c, (a .. (b + c))",
        "a ~= b >= c, ((a ~= b) >= c)",
        "a % b / c, ((a % b) / c)",
        "not not a, (not (not a))"
    })
    void operatorsBindAsInTheManual(String expression, String expected) {
        assertThat(grouped(expression(expression))).isEqualTo(expected);
    }

    @Test
    void everyNodeOfAnExpressionHasItsExactSpan() {
        String script = "return a.b[c]:d('e', {f = 1}) + (g)";
        Expression.Binary sum = (Expression.Binary)
                ((Statement.Return) statements(script).get(0)).values().get(0);
        Expression.MethodCall call = (Expression.MethodCall) sum.left();
        Expression.Index index = (Expression.Index) call.receiver();
        Expression.Field field = (Expression.Field) index.target();
        Expression.TableConstructor table =
                (Expression.TableConstructor) call.arguments().get(1);
        TableField.Named named = (TableField.Named) table.fields().get(0);

        assertThat(text(script, sum)).isEqualTo("a.b[c]:d('e', {f = 1}) + (g)");
        assertThat(script.substring(
                        sum.operatorSpan().start(), sum.operatorSpan().end()))
                .isEqualTo("+");
        assertThat(text(script, call)).isEqualTo("a.b[c]:d('e', {f = 1})");
        assertThat(text(script, call.method())).isEqualTo("d");
        assertThat(text(script, index)).isEqualTo("a.b[c]");
        assertThat(text(script, field)).isEqualTo("a.b");
        assertThat(text(script, field.name())).isEqualTo("b");
        assertThat(text(script, named)).isEqualTo("f = 1");
        assertThat(text(script, named.name())).isEqualTo("f");
        assertThat(text(script, sum.right())).isEqualTo("(g)");
    }

    @Test
    void everyStatementHasItsExactSpan() {
        List<String> parts = List.of(
                "local a, b = 1, 2",
                "local function f(x, ...) return x end",
                "function m.n:o(p) end",
                "a, b.c = b",
                "f(a)",
                "do local c end",
                "while a do break end",
                "repeat local d until d",
                "if a then f() elseif b then f() else f() end",
                "for i = 1, 2, 3 do end",
                "for k, v in pairs(a) do end",
                "return a, b");
        String script = String.join(" ;  ", parts);

        assertThat(statements(script))
                .extracting(statement -> text(script, statement))
                .isEqualTo(parts);
    }

    @Test
    void functionsKnowTheirParameters() {
        String script = "function a.b:c(d, e, ...) end";
        Statement.FunctionDeclaration declaration =
                (Statement.FunctionDeclaration) statements(script).get(0);
        Expression.Function function = declaration.function();

        assertThat(text(script, declaration.target())).isEqualTo("a.b:c");
        assertThat(function.self()).isTrue();
        assertThat(function.parameters())
                .containsExactly(new Name("d", new Span(15, 16)), new Name("e", new Span(18, 19)));
        assertThat(function.vararg()).isEqualTo(new Span(21, 24));
        assertThat(function.body()).isEqualTo(new Block(List.of(), new Span(25, 25)));
    }

    @Test
    void callsWithoutParenthesesHaveOneArgument() {
        assertThat(((Expression.Call) expression("f'a'")).arguments()).hasSize(1);
        assertThat(((Expression.Call) expression("f{}")).arguments()).hasSize(1);
        assertThat(((Expression.Call) expression("f[[a]]")).arguments()).hasSize(1);
        assertThat(((Expression.Call) expression("f()")).arguments()).isEmpty();
    }

    @Test
    void commentsAreKeptWithTheirText() {
        String script = "-- perigee: allow PG301 reason\nx = 1 --[[ two\nlines ]] --[==[]==]\n--";

        assertThat(LuaParser.parse(script).chunk().comments())
                .containsExactly(
                        new Comment(" perigee: allow PG301 reason", new Span(0, 30)),
                        new Comment(" two\nlines ", new Span(37, 54)),
                        new Comment("", new Span(55, 65)),
                        new Comment("", new Span(66, 68)));
    }

    @Test
    void theShebangIsNoPartOfTheLua() {
        Chunk chunk =
                LuaParser.parse("#!lua flags=no-writes,allow-oom\r\nreturn 1").chunk();

        assertThat(chunk.shebang())
                .isEqualTo(new Shebang(
                        "#!lua flags=no-writes,allow-oom\r", List.of("no-writes", "allow-oom"), new Span(0, 32)));
        assertThat(chunk.block().span()).isEqualTo(new Span(33, 41));
        assertThat(LuaParser.parse("return 1").chunk().shebang()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#!lua name=stock\nreturn 1", "#!lua flags=no-writes name=stock\nreturn 1"})
    void aLibraryOfFunctionsIsNoScript(String library) {
        assertThat(LuaParser.parse(library).errors()).singleElement().satisfies(error -> {
            assertThat(error.message())
                    .isEqualTo("this is a function library, for FUNCTION LOAD, and no script for EVAL");
            assertThat(library.substring(error.span().start(), error.span().end()))
                    .isEqualTo("name=stock");
        });
    }

    @Test
    void statementsAroundAnErrorAreKept() {
        ParseResult result = LuaParser.parse("local a = 1\nlocal b = = 2\nlocal c = 3\n");

        assertThat(result.isValid()).isFalse();
        assertThat(result.errors()).hasSize(1);
        assertThat(result.chunk().block().statements()).hasSize(2);
    }

    @Test
    void errorsAreSortedByPosition() {
        List<SyntaxError> errors =
                LuaParser.parse("a = = 1\nb = 3x\nc = = 2\nd = !e\n").errors();

        assertThat(errors).extracting(error -> error.span().start()).containsExactly(4, 12, 19, 27);
    }

    @Test
    void whatIsMissingAtTheEndIsPlacedAfterTheLastToken() {
        String script = "if a then\n  b()   -- comment\n\n";

        assertThat(LuaParser.parse(script).errors())
                .extracting(SyntaxError::span)
                .containsExactly(new Span(15, 15));
    }

    @Test
    void anUnclosedBlockNamesTheLineThatOpenedIt() {
        assertThat(LuaParser.parse("\n\nfor i = 1, 2 do\n").errors())
                .extracting(SyntaxError::message)
                .containsExactly("expected `end` to close `for` at line 3, found end of script");
    }

    @Test
    void theLeftSpineOfAChainIsAList() {
        Expression chain = expression("a.b[1]:c() + d - e");

        assertThat(chain.leftSpine()).hasSize(6);
        assertThat(chain.leftSpine().get(5)).isInstanceOf(Expression.Variable.class);
        assertThat(expression("1").leftSpine()).hasSize(1);
    }
}
