package dev.perigee.processor.slots;

import dev.perigee.processor.model.Key;
import java.util.List;

/** Whether the keys of every call share a slot. */
public sealed interface SlotProof {

    /**
     * They do, if the guards hold.
     *
     * @param guards what must be checked of the values of a call
     */
    record Proved(List<Guard> guards) implements SlotProof {

        public Proved {
            guards = List.copyOf(guards);
        }
    }

    /**
     * They can differ.
     *
     * @param first the position of a key, from 0
     * @param second the position of the key that does not share its slot; the same for a key that is several
     */
    record Refuted(int first, int second) implements SlotProof {}

    /**
     * Nothing is known about a key.
     *
     * @param key the key
     */
    record Unknown(Key key) implements SlotProof {}
}
