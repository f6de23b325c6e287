package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parses Lua 5.1 as Redis accepts it with {@code SCRIPT LOAD}: its grammar, its compiler's limits, and the first line
 * that begins with {@code #!}. Hand-written, as recursive descent, after the Lua 5.1 manual and what Redis 7.0 does.
 *
 * <p>Never throws and never recurses deeper than Lua's own limit on nesting allows, whatever the text. One run reports every
 * independent syntax error; the limits of Lua's compiler are looked at only where there is none. Two limits are not checked:
 * the length of a jump (some 131,000 instructions in one loop or branch) and memory.
 */
public final class LuaParser {

    private LuaParser() {}

    /**
     * Parses a whole script.
     *
     * @param text the script; text that has no UTF-8 form (a lone surrogate) is read, but Redis can never see it
     */
    public static ParseResult parse(String text) {
        List<SyntaxError> errors = new ArrayList<>();
        Shebang shebang = Shebangs.read(text, errors);
        Lexer lexer = Lexer.read(text, shebang == null ? 0 : shebang.span().end());
        Cursor cursor = new Cursor(text, lexer.tokens(), lexer.isUnfinished());
        CompilerLimits limits = new CompilerLimits();
        LocalsReader names = new LocalsReader(text.length());
        Block block = new StatementParser(cursor, statement -> {
                    names.read(statement);
                    if (lexer.errors().isEmpty() && cursor.errors().isEmpty()) {
                        limits.check(statement);
                    }
                })
                .chunk();
        errors.addAll(lexer.errors());
        Set<Integer> starts = errors.stream().map(error -> error.span().start()).collect(Collectors.toSet());
        cursor.errors().stream()
                .filter(error -> !starts.contains(error.span().start()))
                .forEach(errors::add);

        if (errors.isEmpty()) {
            limits.error().ifPresent(errors::add);
        }
        errors.sort(Comparator.comparingInt(error -> error.span().start()));
        Chunk chunk = new Chunk(shebang, block, lexer.comments(), names.locals(), new Span(0, text.length()));
        return new ParseResult(chunk, errors);
    }
}
