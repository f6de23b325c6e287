package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.error.ScriptArgumentException;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists, arrays, maps and records. */
class ArgumentBufferElementsTest {

    private final ArgumentBuffer argv = new ArgumentBuffer(Frames.SCRIPT, NoCodecs.INSTANCE);

    private record Line(@Nullable String sku, int quantity, List<String> tags) {

        Line(@Nullable String sku, int quantity, String... tags) {
            this(sku, quantity, List.of(tags));
        }

        static void write(ArgumentBuffer argv, Line value) {
            argv.name("sku").add(value.sku());
            argv.name("quantity").add(value.quantity());
            argv.name("tags").addAll(value.tags(), true, ArgumentBuffer::add);
        }
    }

    private record Order(String id, @Nullable Line line, Optional<Line> gift) {

        static void write(ArgumentBuffer argv, Order value) {
            argv.name("id").add(value.id());
            argv.name("line").addRecord(value.line(), Line::write);
            argv.name("gift").addOptional(value.gift(), "none", Line::write);
        }
    }

    @Test
    void addsElementsInOrder() {
        argv.name("skus").addAll(List.of("b", "a"), false, ArgumentBuffer::add);
        argv.name("more").addAll(new TreeSet<>(List.of(3, 1, 2)), false, ArgumentBuffer::add);
        argv.name("array").addAll(new String[] {"y", "x"}, false, ArgumentBuffer::add);
        assertSent("b", "a", "1", "2", "3", "y", "x");
    }

    @Test
    void addsTheNumberOfElementsBeforeThem() {
        argv.addAll(List.of("a", "b"), true, ArgumentBuffer::add).addAll(List.<String>of(), true, ArgumentBuffer::add);
        argv.addAll(new String[] {"c"}, true, ArgumentBuffer::add).addAll(new int[] {4, -5}, true);
        argv.addAll(new long[] {Long.MAX_VALUE}, true).addAll(new double[] {0.5}, true);
        argv.addEntries(Map.of("k", 1), true, ArgumentBuffer::add, ArgumentBuffer::add);
        assertSent("2", "a", "b", "0", "1", "c", "2", "4", "-5", "1", "9223372036854775807", "1", "0.5", "1", "k", "1");
    }

    @Test
    void addsPrimitiveNumbersWithoutTheirNumber() {
        argv.addAll(new int[] {1}, false).addAll(new long[] {2}, false).addAll(new double[] {3}, false);
        assertSent("1", "2", "3");
    }

    @Test
    void addsEachKeyBeforeItsValue() {
        argv.addEntries(new TreeMap<>(Map.of("b", 2, "a", 1)), false, ArgumentBuffer::add, ArgumentBuffer::add);
        assertSent("a", "1", "b", "2");
    }

    @Test
    void addsTheComponentsOfRecordsInRecords() {
        Order order = new Order("o1", new Line("star", 1, "x", "y"), Optional.of(new Line("moon", 2)));
        argv.name("orders").addAll(List.of(order), true, Order::write);
        assertSent("1", "o1", "star", "1", "2", "x", "y", "moon", "2", "0");
    }

    @Test
    void addsWhatStandsForNullWhereNullIsAllowed() {
        ArgumentBuffer.Element<@Nullable String> text = ArgumentBuffer.nullable("-", ArgumentBuffer::add);
        List<@Nullable String> skus = Arrays.asList("a", null);
        Map<String, @Nullable String> notes = new LinkedHashMap<>();
        notes.put("k", null);
        argv.addAll(skus, true, text).addAll(new @Nullable String[] {null}, true, text);
        argv.addEntries(notes, true, ArgumentBuffer::add, text);
        argv.addAll(skus, false, ArgumentBuffer.nullable("?", ArgumentBuffer::add));
        argv.addAll(skus, false, ArgumentBuffer.nullable("!", (argv, sku) -> argv.add(sku + sku)));
        assertSent("2", "a", "-", "1", "-", "1", "k", "-", "a", "?", "aa", "!");
    }

    @Test
    void namesTheElementThatIsNull() {
        List<@Nullable Line> lines = Arrays.asList(new Line("a", 1), null);
        argv.name("lines");
        assertRefused(() -> argv.addAll(lines, false, Line::write), "lines[2] is null");
        argv.name("skus");
        assertRefused(
                () -> argv.addAll(new @Nullable String[] {"a", null}, true, ArgumentBuffer::add), "skus[2] is null");
    }

    @Test
    void namesTheKeyOrValueThatIsNull() {
        Map<@Nullable String, @Nullable String> notes = new LinkedHashMap<>();
        notes.put("k", "v");
        notes.put("l", null);
        argv.name("notes");
        assertRefused(
                () -> argv.addEntries(notes, false, ArgumentBuffer::add, ArgumentBuffer::add),
                "notes[2].value is null");
        notes.clear();
        notes.put(null, "v");
        argv.name("notes");
        assertRefused(
                () -> argv.addEntries(notes, false, ArgumentBuffer::add, ArgumentBuffer::add), "notes[1].key is null");
    }

    @Test
    void namesTheComponentThatIsNull() {
        argv.name("lines");
        assertRefused(
                () -> argv.addAll(List.of(new Line("a", 1, "t"), new Line(null, 1)), false, Line::write),
                "lines[2].sku is null");
        ArgumentBuffer other = new ArgumentBuffer(Frames.SCRIPT, NoCodecs.INSTANCE).name("order");
        assertRefused(
                () -> other.addRecord(new Order("o1", null, Optional.empty()), Order::write), "order.line is null");
        ArgumentBuffer third = new ArgumentBuffer(Frames.SCRIPT, NoCodecs.INSTANCE).name("order");
        Order order = new Order("o1", new Line("a", 1), Optional.of(new Line(null, 1)));
        assertRefused(() -> third.addRecord(order, Order::write), "order.gift.sku is null");
    }

    @Test
    void readsACollectionOnceAndCountsWhatItRead() {
        class Once extends AbstractCollection<String> {

            private final AtomicBoolean read = new AtomicBoolean();

            @Override
            public Iterator<String> iterator() {
                assertThat(read.getAndSet(true)).isFalse();
                return List.of("a", "b", "c").iterator();
            }

            @Override
            public int size() {
                return 2;
            }
        }
        argv.addAll(new Once(), true, ArgumentBuffer::add);
        assertSent("3", "a", "b", "c");
    }

    @Test
    void refusesACollectionThatChangesWhileItIsRead() {
        Collection<String> changing = new AbstractCollection<>() {

            private final List<String> elements = new ArrayList<>(List.of("a", "b"));

            @Override
            public Iterator<String> iterator() {
                Iterator<String> iterator = elements.iterator();
                elements.add("c");
                return iterator;
            }

            @Override
            public int size() {
                return elements.size();
            }
        };
        argv.name("skus");
        assertThatThrownBy(() -> argv.addAll(changing, true, ArgumentBuffer::add))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage(
                        "Sale.buy: skus could not be read: java.util.ConcurrentModificationException (sale/buy.lua)")
                .hasCauseInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void elementsThatChangeTheCollectionChangeNothingThatIsSent() {
        List<String> skus = new ArrayList<>(List.of("a", "b"));
        Map<String, String> notes = new HashMap<>(Map.of("k", "v"));
        argv.addAll(skus, true, (argv, sku) -> {
            skus.clear();
            argv.add(sku);
        });
        argv.addEntries(
                notes,
                true,
                (argv, key) -> {
                    notes.put(key + key, "");
                    argv.add(key);
                },
                ArgumentBuffer::add);
        assertSent("2", "a", "b", "1", "k", "v");
    }

    @Test
    void takesCollectionsThatOthersMayChange() {
        argv.addAll(new ConcurrentLinkedQueue<>(List.of(1, 2)), true, ArgumentBuffer::add);
        argv.addEntries(new ConcurrentHashMap<>(Map.of(1, 2)), true, ArgumentBuffer::add, ArgumentBuffer::add);
        assertSent("2", "1", "2", "1", "1", "2");
    }

    @Test
    void takesAHundredThousandElements() {
        List<Integer> numbers = IntStream.range(0, 100_000).boxed().toList();
        argv.addAll(numbers, true, ArgumentBuffer::add);
        assertThat(argv.count()).isEqualTo(100_001);
        assertThat(Frames.sent(argv)).startsWith("100000", "0", "1").endsWith("99999");
    }

    private void assertSent(String... expected) {
        assertThat(Frames.sent(argv)).containsExactly(expected);
    }

    private static void assertRefused(ThrowingCallable adder, String problem) {
        assertThatThrownBy(adder)
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage("Sale.buy: " + problem + " (sale/buy.lua)");
    }
}
