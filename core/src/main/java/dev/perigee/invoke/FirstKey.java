package dev.perigee.invoke;

import java.util.UUID;

/** Takes the first key of a call alone, as it is sent, without its length; passes over the others. For one thread. */
final class FirstKey implements KeyWriter, KeyParts {

    private static final int FIRST_BYTES = 64;
    private static final int MOST_BYTES_KEPT = 8192;

    private Utf8Bytes text = new Utf8Bytes(FIRST_BYTES);
    private KeyTemplate template = KeyTemplate.of("");
    private int values;
    private boolean ended;

    /** Takes the first key of a call, which has one. */
    Utf8Bytes of(ScriptCall<?> call) {
        if (text.bytes.length > MOST_BYTES_KEPT) {
            text = new Utf8Bytes(FIRST_BYTES);
        }
        text.size = 0;
        ended = false;
        call.writeKeys(this);
        return text;
    }

    @Override
    public void add(String key) {
        if (!ended) {
            text.text(key);
            ended = true;
        }
    }

    @Override
    public void add(byte[] key) {
        if (!ended) {
            text.bytes(key, key.length);
            ended = true;
        }
    }

    @Override
    public void add(KeyTemplate key, String value) {
        if (!ended) {
            begin(key).part(value);
        }
    }

    @Override
    public void add(KeyTemplate key, String first, String second) {
        if (!ended) {
            begin(key).part(first).part(second);
        }
    }

    @Override
    public KeyParts begin(KeyTemplate key) {
        if (!ended) {
            template = key;
            values = 0;
            literal();
        }
        return this;
    }

    private void literal() {
        byte[] literal = template.literal(values);
        text.bytes(literal, literal.length);
    }

    @Override
    public KeyParts part(String value) {
        if (!ended) {
            text.text(value);
            endPart();
        }
        return this;
    }

    @Override
    public KeyParts part(long value) {
        if (!ended) {
            text.digits(value);
            endPart();
        }
        return this;
    }

    @Override
    public KeyParts part(boolean value) {
        return part(value ? "true" : "false");
    }

    @Override
    public KeyParts part(UUID value) {
        if (!ended) {
            text.uuid(value);
            endPart();
        }
        return this;
    }

    @Override
    public KeyParts part(Enum<?> value) {
        return part(value.name());
    }

    private void endPart() {
        values++;
        literal();
        ended = values == template.values();
    }
}
