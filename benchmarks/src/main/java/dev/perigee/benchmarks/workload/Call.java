package dev.perigee.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys and arguments of one call, in the forms that the peers' methods take. They are made before anything is measured:
 * a peer is not charged for making them, as Perigee is. Whoever reads them must not change them.
 */
public final class Call {

    private final List<String> keyList;
    private final List<String> argumentList;
    private final List<Object> objectKeyList;
    private final String[] keys;
    private final String[] arguments;
    private final String[] keysAndArguments;

    Call(List<String> keys, List<String> arguments) {
        this.keyList = List.copyOf(keys);
        this.argumentList = List.copyOf(arguments);
        this.objectKeyList = List.copyOf(keys);
        this.keys = keys.toArray(String[]::new);
        this.arguments = arguments.toArray(String[]::new);
        List<String> all = new ArrayList<>(keys);
        all.addAll(arguments);
        this.keysAndArguments = all.toArray(String[]::new);
    }

    /** The keys, as an array. */
    public String[] keys() {
        return keys;
    }

    /** The arguments, as an array. */
    public String[] arguments() {
        return arguments;
    }

    /** The keys and the arguments, as one array. */
    public String[] keysAndArguments() {
        return keysAndArguments;
    }

    /** The keys, as a list. */
    public List<String> keyList() {
        return keyList;
    }

    /** The keys, as a list of objects. */
    public List<Object> objectKeyList() {
        return objectKeyList;
    }

    /** The arguments, as a list. */
    public List<String> argumentList() {
        return argumentList;
    }
}
