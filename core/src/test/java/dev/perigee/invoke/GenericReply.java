package dev.perigee.invoke;

import java.nio.charset.StandardCharsets;

/** Reads any reply into the Java values that its values are, whatever they are. */
public final class GenericReply {

    private GenericReply() {}

    /**
     * An empty Optional for nil, a Long, a Double, a Boolean, a BigInteger, a list, a set, a map, or a String that has a character for each byte.
     */
    public static Object read(ReplyReader reply) {
        return switch (reply.kind()) {
            case NIL -> reply.asOptional(GenericReply::read);
            case INTEGER -> reply.asLong();
            case DOUBLE -> reply.asDouble();
            case BOOLEAN -> reply.asBoolean();
            case STRING -> new String(reply.asBytes(), StandardCharsets.ISO_8859_1);
            case BIG_NUMBER -> reply.asBigInteger();
            case ARRAY -> reply.asList(GenericReply::read);
            case SET -> reply.asSet(GenericReply::read);
            case MAP -> reply.asMap(GenericReply::read, GenericReply::read);
            case ERROR -> throw new AssertionError("kind() throws errors");
        };
    }
}
