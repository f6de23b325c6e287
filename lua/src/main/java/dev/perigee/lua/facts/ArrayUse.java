package dev.perigee.lua.facts;

import java.util.List;

/**
 * How a script uses {@code KEYS} or {@code ARGV}.
 *
 * @param mentioned whether the script names the array at all
 * @param constantIndexes the reads by a constant index, in the order of the text
 * @param dynamic whether it may use the array in any other way: by a computed index, as a whole, by writing to it, or by
 *     means that hide it, like {@code loadstring}. If not, the constant indexes are all there is
 */
public record ArrayUse(boolean mentioned, List<IndexUse> constantIndexes, boolean dynamic) {

    public ArrayUse {
        constantIndexes = List.copyOf(constantIndexes);
    }

    /** The highest position read by a constant index, or 0. */
    public int highestPosition() {
        return constantIndexes.stream()
                .filter(IndexUse::isPosition)
                .mapToInt(IndexUse::position)
                .max()
                .orElse(0);
    }
}
