package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The grammar rules of a block and of the whole script, with recovery at statements. */
final class BlockParser {
    private final Cursor cursor;
    private final StatementParser statementParser;
    private final Blocks blocks;
    private final Recovery recovery;
    private final Consumer<Statement> parsed;

    BlockParser(
            Cursor cursor,
            StatementParser statementParser,
            Blocks blocks,
            Recovery recovery,
            Consumer<Statement> parsed) {
        this.cursor = cursor;
        this.statementParser = statementParser;
        this.blocks = blocks;
        this.recovery = recovery;
        this.parsed = parsed;
    }

    /** The whole script. */
    Block chunk() {
        Block block = block();
        List<Statement> list = new ArrayList<>(block.statements());
        while (!cursor.is(TokenKind.EOF)) {
            boolean known = !cursor.report(
                    cursor.span(),
                    "`" + cursor.kind().text + "` closes nothing",
                    "remove it, or look for one too many before");
            boolean condition = cursor.is(TokenKind.ELSEIF) || cursor.is(TokenKind.UNTIL);
            cursor.advance();
            if (condition || known) {
                recovery.skipLine();
            }
            list.addAll(block().statements());
        }
        return new Block(list, span(list));
    }

    Block block() {
        cursor.enterLevel();
        List<Statement> list = new ArrayList<>();
        while (!cursor.kind().endsBlock()) {
            int before = cursor.index();
            int level = cursor.level();
            try {
                Statement statement = statementParser.statement();
                list.add(statement);
                if (cursor.level() == 1) {
                    parsed.accept(statement);
                }
                cursor.accept(TokenKind.SEMICOLON);
                if (isLast(statement) && blocks.endsByIndentation(statement)) {
                    break;
                }
                requireLast(statement);
            } catch (Cursor.SyntaxFailure e) {
                cursor.restoreLevel(level);
                skipStatement(before);
            }
        }
        cursor.leaveLevel();
        return new Block(list, span(list));
    }

    /** Goes to the next statement. What is parsed on the way there can fail as well, and goes on from where it does. */
    private void skipStatement(int from) {
        int before = from;
        int level = cursor.level();
        boolean failed;
        do {
            try {
                recovery.skipStatement(before);
                failed = false;
            } catch (Cursor.SyntaxFailure e) {
                cursor.restoreLevel(level);
                failed = cursor.index() > before;
                before = cursor.index();
            }
        } while (failed);
    }

    private Span span(List<Statement> list) {
        if (list.isEmpty()) {
            return new Span(cursor.lastEnd(), cursor.lastEnd());
        }
        int start = list.get(0).span().start();
        return new Span(start, list.get(list.size() - 1).span().end());
    }

    private static boolean isLast(Statement statement) {
        return statement instanceof Statement.Return || statement instanceof Statement.Break;
    }

    private void requireLast(Statement statement) {
        if (cursor.kind().endsBlock() || !isLast(statement)) {
            return;
        }
        boolean isReturn = statement instanceof Statement.Return;
        if (isReturn && !cursor.isFirstOnLine() && !cursor.kind().startsStatement()) {
            throw cursor.failExpected("`,`, an operator or the end of the block", null);
        }
        String keyword = isReturn ? "return" : "break";
        cursor.report(
                cursor.span(),
                "`" + keyword + "` must be the last statement of its block",
                "remove what follows, or write do " + keyword + (isReturn ? " …" : "") + " end");
    }
}
