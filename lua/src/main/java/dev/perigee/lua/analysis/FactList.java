package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Facts of one kind while they are collected, with the places at which they begin. */
final class FactList<T> {
    private final List<T> facts = new ArrayList<>();
    private int[] starts = new int[16];
    private boolean sorted = true;

    void add(T fact, Span place) {
        int size = facts.size();
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        sorted &= size == 0 || starts[size - 1] <= place.start();
        starts[size] = place.start();
        facts.add(fact);
    }

    /**
     * The facts in the order of the text, and in that of their recording where they begin at the same place. Sorts the places,
     * since to look at the facts again takes long where there are very many.
     */
    List<T> inOrder() {
        if (sorted) {
            return facts;
        }
        long[] order = new long[facts.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) starts[i] << Integer.SIZE | i;
        }
        Arrays.sort(order);
        List<T> list = new ArrayList<>(order.length);
        for (long place : order) {
            list.add(facts.get((int) place));
        }
        return list;
    }
}
