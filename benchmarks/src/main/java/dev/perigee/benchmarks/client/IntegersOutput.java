package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Workload;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;

/** Reads up to three integers without boxing them, as who writes an output of his own for Lettuce would. */
final class IntegersOutput extends CommandOutput<String, String, Object> {

    private final Workload workload;
    private int count;
    private long first;
    private long second;
    private long third;

    IntegersOutput(Workload workload) {
        super(StringCodec.UTF8, null);
        this.workload = workload;
    }

    @Override
    public void multi(int size) {
        count = 0;
    }

    @Override
    public void set(long integer) {
        switch (count++) {
            case 0 -> first = integer;
            case 1 -> second = integer;
            default -> third = integer;
        }
    }

    @Override
    public void complete(int depth) {
        if (depth == 0 && !hasError()) {
            output = workload.value(first, second, third);
        }
    }
}
