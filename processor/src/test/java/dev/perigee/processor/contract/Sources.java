package dev.perigee.processor.contract;

import java.util.List;

/** The sources that are compiled from the table: an interface with every row in every way, and the values. */
final class Sources {

    private static final String HEAD = """
            package contract;

            import dev.perigee.*;
            import dev.perigee.client.ScriptClientOptions;
            import dev.perigee.codec.*;
            import java.math.*;
            import java.net.URI;
            import java.time.*;
            import java.time.temporal.ChronoUnit;
            import java.util.*;
            import java.util.concurrent.*;
            import org.jspecify.annotations.Nullable;
            import reactor.core.publisher.*;

            """;

    private static final String TYPES = """

                enum Level { LOW, HIGH }

                enum Coded { @Code("on") ON, @Code("off") OFF }

                record Point(int x, int y) {}

                record Line(Point from, Point to) {}

                record Mixed(String text, long number, double fraction, boolean yes, Level level, Coded coded) {}

                record Tagged(String name, @Arg(count = true) List<String> tags, int last) {}

                @Reply(byName = true)
                record Named(@Reply(name = "x_axis") int x, int y) {}

                sealed interface Sale permits Sold, SoldOut {}

                record Sold(long left) implements Sale {}

                @Code("0")
                record SoldOut() implements Sale {}

                record Money(long amount, String currency) {}

                final class MoneyCodec implements ArgEncoder<Money>, ReplyDecoder<Money> {

                    public MoneyCodec() {}

                    @Override
                    public byte[] encode(Money money) {
                        return ArgEncoder.<Money>text(value -> value.amount() + " " + value.currency()).encode(money);
                    }

                    @Override
                    public Money decode(ReplyValue reply) {
                        String[] parts = reply.asString().split(" ");
                        return new Money(Long.parseLong(parts[0]), parts[1]);
                    }
                }
            }
            """;

    private Sources() {}

    static String interfaceOf(List<Row> rows) {
        StringBuilder source =
                new StringBuilder(HEAD).append("@RedisScript(\"contract\")\npublic interface Contract {\n\n");
        for (int i = 0; i < rows.size(); i++) {
            for (Way way : Way.values()) {
                source.append("    ").append(way.declaration(i, rows.get(i)));
            }
        }
        return source.append(TYPES).toString();
    }

    static String valuesOf(List<Row> rows) {
        StringBuilder source = new StringBuilder(
                        HEAD.replace("import java.math", "import contract.Contract.*;\nimport java.math"))
                .append("public final class Values {\n\n    private Values() {}\n\n")
                .append("    public static ScriptClientOptions options(ScriptClientOptions options) {\n")
                .append("        return options.withEncoder(URI.class, ArgEncoder.text(URI::toString))")
                .append(".withDecoder(URI.class, reply -> URI.create(reply.asString()));\n    }\n\n");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.hasArgument()) {
                append(source, row.passedType(), "passed" + i, row.passed());
            }
            append(source, row.type(), "expected" + i, row.expected());
        }
        return source.append("}\n").toString();
    }

    private static void append(StringBuilder source, String type, String name, String value) {
        source.append("    public static ")
                .append(type)
                .append(' ')
                .append(name)
                .append("() {\n        return ")
                .append(value)
                .append(";\n    }\n\n");
    }
}
