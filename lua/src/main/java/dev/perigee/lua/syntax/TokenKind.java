package dev.perigee.lua.syntax;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of token, with what the expression grammar needs to know of them. */
enum TokenKind {
    EOF("end of script"),
    NAME("a name"),
    NUMBER("a number"),
    STRING("a string"),
    /** Text that is no token; the lexer has reported it. */
    ERROR("unknown text"),

    AND("and", BinaryOperator.AND),
    BREAK("break"),
    DO("do"),
    ELSE("else"),
    ELSEIF("elseif"),
    END("end"),
    FALSE("false"),
    FOR("for"),
    FUNCTION("function"),
    IF("if"),
    IN("in"),
    LOCAL("local"),
    NIL("nil"),
    NOT("not", UnaryOperator.NOT),
    OR("or", BinaryOperator.OR),
    REPEAT("repeat"),
    RETURN("return"),
    THEN("then"),
    TRUE("true"),
    UNTIL("until"),
    WHILE("while"),

    PLUS("+", BinaryOperator.ADD),
    MINUS("-", BinaryOperator.SUBTRACT, UnaryOperator.NEGATE),
    STAR("*", BinaryOperator.MULTIPLY),
    SLASH("/", BinaryOperator.DIVIDE),
    PERCENT("%", BinaryOperator.MODULO),
    CARET("^", BinaryOperator.POWER),
    HASH("#", UnaryOperator.LENGTH),
    EQUAL("==", BinaryOperator.EQUAL),
    NOT_EQUAL("~=", BinaryOperator.NOT_EQUAL),
    LESS_EQUAL("<=", BinaryOperator.LESS_EQUAL),
    GREATER_EQUAL(">=", BinaryOperator.GREATER_EQUAL),
    LESS("<", BinaryOperator.LESS),
    GREATER(">", BinaryOperator.GREATER),
    CONCAT("..", BinaryOperator.CONCAT),
    ASSIGN("="),
    LEFT_PAREN("("),
    RIGHT_PAREN(")"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    SEMICOLON(";"),
    COLON(":"),
    COMMA(","),
    DOT("."),
    DOTS("..."),
    /** Lua 5.2's label mark, read only to say that there is none. */
    DOUBLE_COLON("::");

    private static final Map<String, TokenKind> KEYWORDS = new HashMap<>();

    static {
        Arrays.stream(values()).filter(TokenKind::isKeyword).forEach(kind -> KEYWORDS.put(kind.text, kind));
    }

    final String text;
    final @Nullable BinaryOperator binary;
    final @Nullable UnaryOperator unary;

    TokenKind(String text) {
        this(text, null, null);
    }

    TokenKind(String text, BinaryOperator binary) {
        this(text, binary, null);
    }

    TokenKind(String text, UnaryOperator unary) {
        this(text, null, unary);
    }

    TokenKind(String text, @Nullable BinaryOperator binary, @Nullable UnaryOperator unary) {
        this.text = text;
        this.binary = binary;
        this.unary = unary;
    }

    /** The keyword of this text, or {@link #NAME}. */
    static TokenKind ofWord(String word) {
        return KEYWORDS.getOrDefault(word, NAME);
    }

    boolean isKeyword() {
        return compareTo(AND) >= 0 && compareTo(WHILE) <= 0;
    }

    /** How a message names the kind. */
    String described() {
        return compareTo(AND) < 0 ? text : "`" + text + "`";
    }

    /** Whether a block ends before such a token. */
    boolean endsBlock() {
        return this == END || this == EOF || this == ELSE || this == ELSEIF || this == UNTIL;
    }

    /** Whether the token can only begin or end a statement, never stand inside an expression. */
    boolean isStatementBoundary() {
        return switch (this) {
            case BREAK, DO, FOR, IF, LOCAL, REPEAT, RETURN, WHILE, ELSE, ELSEIF, END, UNTIL, EOF -> true;
            default -> false;
        };
    }

    /** Whether a statement can begin with it, or an empty one be meant, or a block end there. */
    boolean startsStatement() {
        return isStatementBoundary() || this == NAME || this == FUNCTION || this == LEFT_PAREN || this == SEMICOLON;
    }

    /** Whether an expression can begin with it. */
    boolean startsExpression() {
        return switch (this) {
            case NAME, NUMBER, STRING, FALSE, FUNCTION, NIL, NOT, TRUE, MINUS, HASH, LEFT_PAREN, LEFT_BRACE, DOTS ->
                true;
            default -> false;
        };
    }

    /** Whether a name before it is certainly meant as a value. */
    boolean isOperatorOrDot() {
        return compareTo(PLUS) >= 0 && compareTo(ASSIGN) < 0;
    }

    /** Whether an expression can end with it. */
    boolean endsExpression() {
        return switch (this) {
            case NAME, NUMBER, STRING, FALSE, NIL, TRUE, DOTS, END, RIGHT_PAREN, RIGHT_BRACE, RIGHT_BRACKET -> true;
            default -> false;
        };
    }
}
