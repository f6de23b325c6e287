package dev.perigee.lua.commands;

import java.util.List;

/**
 * Where a call's keys are.
 *
 * @param positions the words that are keys, from 1; 0 is the name
 * @param complete whether there are no others
 */
public record KeyPositions(List<Integer> positions, boolean complete) {

    public KeyPositions {
        positions = List.copyOf(positions);
    }
}
