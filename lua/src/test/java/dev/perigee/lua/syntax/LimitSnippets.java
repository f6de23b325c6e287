package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Snippets on both sides of each limit of Lua's compiler. */
final class LimitSnippets {
    private static final int RANDOM_EXPRESSIONS = 4000;
    private static final List<String> LAST_ARGUMENTS = List.of(
            "true and x",
            "false and x",
            "nil and x",
            "1 and x",
            "'s' and x",
            "true or x",
            "false or x",
            "nil or x",
            "1 or x",
            "a and x",
            "a or x",
            "b and x",
            "b or x",
            "not b and x",
            "not a or x",
            "not (not b) and x",
            "(b and x) or y",
            "b and x or y",
            "a and x or y",
            "a==b and x",
            "b==c or x",
            "not (b==c) and x",
            "not nil",
            "not 1",
            "not b",
            "-b",
            "-1",
            "#b",
            "1+1",
            "1/0",
            "1%0",
            "b+1",
            "1+b",
            "b+c",
            "a+b",
            "a+a",
            "b<c",
            "a<a",
            "b..c",
            "b..c..d",
            "(b)",
            "(...)",
            "...",
            "g()",
            "(g())",
            "g(1)",
            "g{}",
            "g{1,2}",
            "g:h()",
            "g:h(1)",
            "a:h(1)",
            "b.c",
            "b[c]",
            "b[c.d]",
            "b.c[d.e]",
            "a.b",
            "a[a]",
            "a[b]",
            "{}",
            "{1}",
            "{1,2}",
            "{b=1}",
            "{b=c}",
            "{[b]=c}",
            "{[b]=c,1}",
            "{...}",
            "{g()}",
            "function() end",
            "function() return a end",
            "(b and c)[d]",
            "(b or c).d",
            "(b and c)(d)",
            "(a and b)+1",
            "(b or c)..d",
            "-(b and c)",
            "#(b or c)",
            "not (b and c)",
            "{b and c}",
            "{[b and c]=d or e}",
            "b[c and d]",
            "(b==c)==d",
            "(b==c)..d",
            "b==(c==d)",
            "1==2",
            "nil==true");
    private static final List<String> LAST_STATEMENTS = List.of(
            "if b and c then end",
            "while not b do end",
            "repeat until b or c",
            "for i=b,c do end",
            "for i in b,c do end",
            "local x=b",
            "local x,y=b.c",
            "x=b",
            "x.y=b.c",
            "x[y]=b[c]",
            "a.b=c",
            "a=b.c",
            "a,b=c,d",
            "a,b.c=d",
            "return b",
            "return b,c",
            "return ...",
            "return f(b)",
            "do local x=1 local y=2 end",
            "if nil then end",
            "if false then end",
            "if true and b then end",
            "if false or b then end",
            "function b.c.d() end",
            "function b:c() end",
            "local function x() end");
    private static final List<String> LAST_WITH_CONSTANT = List.of(
            "b.c",
            "a.c",
            "a['c']",
            "a[1.5]",
            "a[nil]",
            "a[true]",
            "a+1.5",
            "1.5+a",
            "a:c()",
            "{c=1.5}",
            "{['c']='d'}",
            "{c=nil}",
            "a==nil",
            "a=='z'",
            "true==a",
            "a==1",
            "a.s1");

    private final List<String> snippets = new ArrayList<>();

    private LimitSnippets() {}

    static List<String> all() {
        LimitSnippets limits = new LimitSnippets();
        limits.nesting();
        limits.variables();
        limits.registers();
        limits.constants();
        limits.longChains();
        limits.randomExpressions(new Random(RANDOM_EXPRESSIONS));
        return limits.snippets;
    }

    private static String times(int count, String text) {
        return text.repeat(Math.max(count, 0));
    }

    private static String list(int count, String separator, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(separator));
    }

    private void around(int limit, IntFunction<String> snippet) {
        for (int n = limit - 3; n <= limit + 3; n++) {
            snippets.add(snippet.apply(n));
        }
    }

    /** Some 200 levels, less what the frame around needs. */
    private void nested(String opening, String inner, String closing) {
        for (int n = 94; n <= 102; n++) {
            snippets.add(times(n, opening) + inner + times(n, closing));
        }
        for (int n = 192; n <= 204; n++) {
            snippets.add(times(n, opening) + inner + times(n, closing));
        }
    }

    private void nestedValue(String opening, String inner, String closing) {
        for (int n = 60; n <= 70; n++) {
            snippets.add("return " + times(n, opening) + inner + times(n, closing));
        }
        for (int n = 96; n <= 102; n++) {
            snippets.add("return " + times(n, opening) + inner + times(n, closing));
        }
        for (int n = 194; n <= 203; n++) {
            snippets.add("return " + times(n, opening) + inner + times(n, closing));
            snippets.add("do local x = " + times(n, opening) + inner + times(n, closing) + " end");
        }
    }

    private void nesting() {
        nested("do ", "", " end");
        nested("while a do ", "", " end");
        nested("if a then ", "", " end");
        nested("if a then else ", "", " end");
        nested("repeat ", "", " until a");
        nested("for i=1,2 do ", "", " end");
        nested("for i in a do ", "", " end");
        nested("function f() ", "", " end");
        nested("local function f() ", "", " end");
        nested("f(function() ", "", " end)");
        nested("x=function() ", "", " end");
        nested("do ", "x=1", " end");
        nested("do ", "return a", " end");
        nested("do ", "return a..b", " end");
        nestedValue("(", "a", ")");
        nestedValue("{", "", "}");
        nestedValue("{a=", "1", "}");
        nestedValue("{[", "1", "]=1}");
        nestedValue("f(", "", ")");
        nestedValue("f{", "", "}");
        nestedValue("a[", "1", "]");
        nestedValue("-", "a", "");
        nestedValue("- ", "1", "");
        nestedValue("not ", "a", "");
        nestedValue("#", "a", "");
        nestedValue("a..", "a", "");
        nestedValue("a^", "a", "");
        nestedValue("2^", "2", "");
        nestedValue("a^-", "a", "");
        nestedValue("a+(", "a", ")");
        nestedValue("(a)..(", "a", ")");
        nestedValue("not (", "a", ")");
        nestedValue("a and (", "a", ")");
        nestedValue("a or (", "a", ")");
        nestedValue("a==(", "a", ")");
        nestedValue("function() return ", "a", " end");
        nestedValue("(function() return ", "a", " end)()");
        around(200, n -> list(n, ",", i -> "a") + "=1");
        around(200, n -> list(n, ",", i -> "a.b") + "=1");
        around(199, n -> "do " + list(n, ",", i -> "a" + i) + "=1 end");
        around(197, n -> "do do do " + list(n, ",", i -> "a" + i) + "=1 end end end");
        around(199, n -> "function f() " + list(n, ",", i -> "a") + "=1 end");
        around(198, n -> "x=function() " + list(n, ",", i -> "a") + "=1 end");
    }

    private void variables() {
        around(200, n -> list(n, " ", i -> "local a" + i));
        around(200, n -> "local " + list(n, ",", i -> "a" + i));
        around(200, n -> "local " + list(n, ",", i -> "a" + i) + "=1");
        around(200, n -> "local " + list(n, ",", i -> "a" + i) + "=...");
        around(200, n -> "local " + list(n, ",", i -> "a" + i) + "=f()");
        around(200, n -> "local " + list(n, ",", i -> "a" + i) + "=" + list(n, ",", i -> "1"));
        around(200, n -> list(n, " ", i -> "local a"));
        around(200, n -> list(n, " ", i -> "local function a" + i + "() end"));
        around(199, n -> "do local b end local c " + list(n, " ", i -> "local a" + i));
        around(200, n -> "do " + list(150, " ", i -> "local a") + " end " + list(n, " ", i -> "local a"));
        around(200, n -> "function f(" + list(n, ",", i -> "a" + i) + ") end");
        around(199, n -> "function f(" + list(n, ",", i -> "a" + i) + ",...) end");
        around(199, n -> "function f:g(" + list(n, ",", i -> "a" + i) + ") end");
        around(198, n -> "function f:g(" + list(n, ",", i -> "a" + i) + ",...) end");
        around(196, n -> list(n, " ", i -> "local a" + i) + " for i=1,2 do end");
        around(196, n -> list(n, " ", i -> "local a" + i) + " for i in a do end");
        around(195, n -> list(n, " ", i -> "local a" + i) + " for i,j in a do end");
        around(197, n -> "for " + list(n, ",", i -> "a" + i) + " in a do end");
        around(190, n -> "for " + list(n, ",", i -> "a" + i) + " in a do " + times(7, "local a ") + " end");
        around(32767, n -> list(n, " ", i -> "do local a end"));
        around(
                60,
                n -> list(n, " ", i -> "local a" + i) + " function f() return " + list(n, ",", i -> "a" + i) + " end");
        around(
                60,
                n -> list(n, " ", i -> "local a" + i) + " function f() " + list(n, " ", i -> "a" + i + "=1") + " end");
        around(
                60,
                n -> list(n, " ", i -> "local a" + i) + " function f() return function() return "
                        + list(n, "+", i -> "a" + i) + " end end");
        around(
                30,
                n -> list(2 * n, " ", i -> "local a" + i) + " function f() local b=" + list(n, "+", i -> "a" + i)
                        + " return function() return " + list(n + 1, "+", i -> "a" + (n - 1 + i)) + " end end");
        around(
                60,
                n -> "local a0 " + list(n, " ", i -> "local a" + i) + " function f() return "
                        + list(3 * n, "+", i -> "a" + i % n) + " end");
    }

    private void registers() {
        around(248, n -> "f(" + list(n, ",", i -> "1") + ")");
        around(248, n -> "f(" + list(n, ",", i -> "a") + ")");
        around(248, n -> "f(" + list(n, ",", i -> "1") + ",...)");
        around(248, n -> "f(" + list(n, ",", i -> "1") + ",g())");
        around(247, n -> "f:g(" + list(n, ",", i -> "1") + ")");
        around(247, n -> "return f:g(" + list(n, ",", i -> "nil") + ")");
        around(247, n -> "return f(" + list(n, ",", i -> "a.b") + ")");
        around(249, n -> "return " + list(n, ",", i -> "1"));
        around(249, n -> "return " + list(n, ",", i -> "a[b]"));
        around(249, n -> "return " + list(n, ",", i -> "not a"));
        around(249, n -> "return " + list(n, ",", i -> "a and b"));
        around(249, n -> "return " + list(n, ",", i -> "a==b"));
        around(249, n -> "return " + list(n, ",", i -> "1") + ",..");
        around(249, n -> "return " + list(n, ",", i -> "{}") + ",...");
        around(249, n -> "a=" + list(n, ",", i -> "1"));
        around(249, n -> "a,b=" + list(n, ",", i -> "1"));
        around(249, n -> "local a=" + list(n, ",", i -> "1"));
        around(249, n -> "local a=" + list(n, ",", i -> "nil") + ",...");
        around(49, n -> times(200, "local a ") + "return " + list(n, ",", i -> "1"));
        around(49, n -> times(200, "local a ") + "return " + list(n, ",", i -> "a"));
        around(48, n -> times(200, "local a ") + "f(" + list(n, ",", i -> "1") + ")");
        around(48, n -> times(200, "local a ") + "a(" + list(n, ",", i -> "a") + ")");
        around(47, n -> times(200, "local a ") + "a:b(" + list(n, ",", i -> "a") + ")");
        around(49, n -> times(200, "local a ") + "return " + list(n, "..", i -> "a"));
        around(49, n -> times(200, "local a ") + "return " + list(n, "..", i -> "1"));
        around(49, n -> times(200, "local a ") + "return " + times(n, "{") + times(n, "}"));
        around(48, n -> times(200, "local a ") + "return {" + list(n, ",", i -> "1") + "}");
        around(48, n -> times(200, "local a ") + "return {" + list(n, ",", i -> "1") + ",...}");
        around(48, n -> times(200, "local a ") + "return {" + list(n, ",", i -> "a") + ",f()}");
        around(48, n -> times(199, "local a ") + "return {" + list(n, ",", i -> "a") + ",b=c.d.e,[f]=g}");
        around(48, n -> times(200, "local a ") + "return " + times(n, "a+(b*") + "c" + times(n, ")"));
        around(48, n -> times(200, "local a ") + "return " + times(n, "a.b+(") + "c" + times(n, ")"));
        around(48, n -> times(200, "local a ") + "return " + times(n, "a.b<(") + "c" + times(n, ")"));
        around(48, n -> times(200, "local a ") + "return " + times(n, "a.b[") + "c" + times(n, "]"));
        around(48, n -> times(200, "local a ") + "return " + times(n, "a.b and (") + "c" + times(n, ")"));
        around(48, n -> times(200, "local a ") + "return " + times(n, "{b=") + "c" + times(n, "}"));
        around(24, n -> times(200, "local a ") + "return " + times(n, "{[c.d]=") + "c" + times(n, "}"));
        around(48, n -> times(200, "local a ") + times(n, "b.c[") + "d" + times(n, "]") + "=1");
        around(24, n -> times(200, "local a ") + list(n, ",", i -> "b.c[d.e]") + "=1");
        around(49, n -> times(200, "local a ") + list(n, ",", i -> "b.c") + "=1");
        around(49, n -> times(199, "local a ") + "local t " + list(n, ",", i -> "t.c") + ",a=1");
        around(25, n -> times(199, "local a ") + "local t t[a]," + list(n, ",", i -> "b.c") + ",t,a=1,2,3");
        around(48, n -> times(199, "local a ") + "local t t[a],t[t]," + list(n, ",", i -> "b.c") + ",t,a=1,2,3");
        around(45, n -> times(n + 150, "local a ") + "for i=1,2 do f(1,2,3,4) end");
        for (int n = 40; n <= 50; n++) {
            String full = times(200, "local a ") + "f(" + list(n, ",", i -> "1") + ",";
            for (String last : LAST_ARGUMENTS) {
                snippets.add(full + last + ")");
            }
            for (String last : LAST_STATEMENTS) {
                int locals = 150 + n;
                snippets.add(times(locals, "local a ") + last);
            }
        }
    }

    private void constants() {
        for (int n = 250; n <= 260; n++) {
            String numbers = "local t={" + list(n, ",", i -> String.valueOf(i)) + "} ";
            String strings = "local t={" + list(n, ",", i -> "'s" + i + "'") + "} ";
            for (String constants : List.of(numbers, strings)) {
                for (int free = 46; free <= 49; free++) {
                    String full = constants + times(199, "local a ") + "f(" + times(free, "a,");
                    for (String last : LAST_WITH_CONSTANT) {
                        snippets.add(full + last + ")");
                    }
                }
            }
        }
        for (int n = 46; n <= 50; n++) {
            String same = "local t={" + list(256, ",", i -> i % 2 == 0 ? "-0" : "0") + "} ";
            snippets.add(same + times(199, "local a ") + "f(" + times(n, "a,") + "a.c)");
            String folded = "local t={" + list(300, ",", i -> i % 200 + "+" + 1) + "} ";
            snippets.add(folded + times(199, "local a ") + "f(" + times(n, "a,") + "a.c)");
        }
    }

    private void longChains() {
        for (int n : new int[] {1000, 20_000}) {
            snippets.add("return a" + times(n, "+a"));
            snippets.add("return a" + times(n, "-1"));
            snippets.add("return a" + times(n, " and a"));
            snippets.add("return a" + times(n, " or 1"));
            snippets.add("return a" + times(n, "==a"));
            snippets.add("return a" + times(n, ".b"));
            snippets.add("return a" + times(n, "[1]"));
            snippets.add("return a" + times(n, "()"));
            snippets.add("a" + times(n, ":b()"));
            snippets.add("a" + times(n, ".b") + "=1");
            snippets.add("return {" + times(n, "1,") + "}");
            snippets.add("return {" + times(n, "a=1,") + "}");
            snippets.add("return {" + times(n, "f(),") + "f()}");
            snippets.add("if a then " + times(n, "elseif b then ") + "end");
            snippets.add(times(n, "a=1 "));
            snippets.add(times(n, "("));
            snippets.add(times(n, "{"));
            snippets.add("return " + times(n, "(") + "1" + times(n, ")"));
            snippets.add("return " + times(n, "- ") + "1");
            snippets.add("return a" + times(n, "..a"));
            snippets.add(times(n, "do ") + times(n, "end "));
            snippets.add("return '" + times(n, "x") + "'");
            snippets.add("return " + times(n, "9"));
            snippets.add("return 0x" + times(n, "f"));
            snippets.add("return " + times(n, "x"));
            snippets.add("return [" + times(n, "=") + "[x]" + times(n, "=") + "]");
        }
    }

    /** Where each register counts, random expressions show whether it is counted. */
    private void randomExpressions(Random random) {
        for (int i = 0; i < RANDOM_EXPRESSIONS; i++) {
            String constants = random.nextInt(3) == 0
                    ? "local t={" + list(253 + random.nextInt(4), ",", n -> "'c" + n + "'") + "} "
                    : "local t ";
            String full = constants + times(199, "local a ") + "f(" + times(34 + random.nextInt(14), "a,");
            snippets.add(full + randomExpression(random, 4) + ")");
        }
    }

    private String randomExpression(Random random, int depth) {
        if (depth == 0) {
            String[] leaves = {"a", "b", "1", "'s'", "nil", "true", "false", "...", "{}", "f()", "'c1'", "2.5"};
            return leaves[random.nextInt(leaves.length)];
        }
        String left = randomExpression(random, random.nextInt(depth));
        String right = randomExpression(random, random.nextInt(depth));
        String[] operators = {
            " and ", " or ", "+", "-", "*", "/", "%", "^", "..", "==", "~=", "<", ">", "<=", ">=", " and ", " or ", ".."
        };
        return switch (random.nextInt(10)) {
            case 0 -> "(" + left + ")[" + right + "]";
            case 1 -> "(" + left + ")(" + right + ", " + randomExpression(random, random.nextInt(depth)) + ")";
            case 2 -> "(" + left + "):m(" + right + ")";
            case 3 ->
                "{" + left + ", x = " + right + ", [" + randomExpression(random, random.nextInt(depth)) + "] = b}";
            case 4 -> List.of("not ", "- ", "#").get(random.nextInt(3)) + left;
            case 5 -> "(" + left + ").k";
            case 6 -> "(" + left + operators[random.nextInt(operators.length)] + right + ")";
            default -> left + operators[random.nextInt(operators.length)] + right;
        };
    }
}
