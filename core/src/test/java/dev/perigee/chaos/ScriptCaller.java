package dev.perigee.chaos;

import dev.perigee.Outcome;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls one after the other, many at a time, and in batches, in turn. */
final class ScriptCaller implements Load.Caller {

    private static final int AT_A_TIME = 16;

    private final ScriptDispatch scripts;
    private final Script script;
    private final Books books;

    ScriptCaller(ScriptDispatch scripts, Script script, Books books) {
        this.scripts = scripts;
        this.script = script;
        this.books = books;
    }

    @Override
    public void call(int turn) {
        switch (turn % 3) {
            case 0 -> oneAfterTheOther();
            case 1 -> manyAtATime();
            default -> inABatch();
        }
    }

    private void oneAfterTheOther() {
        for (int i = 0; i < AT_A_TIME; i++) {
            callNow();
        }
    }

    /** True if the call succeeded. */
    boolean callNow() {
        int id = books.open();
        long started = System.nanoTime();
        try {
            books.succeeded(id, scripts.call(new CountedCall(script, books, id)), started);
            return true;
        } catch (RuntimeException e) {
            books.failed(id, e, started);
            return false;
        }
    }

    private void manyAtATime() {
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME; i++) {
            int id = books.open();
            long started = System.nanoTime();
            calls.add(scripts.callAsync(new CountedCall(script, books, id)).handle((reply, failure) -> {
                if (failure == null) {
                    books.succeeded(id, reply, started);
                } else {
                    books.failed(id, failure, started);
                }
                return true;
            }));
        }
        calls.forEach(CompletableFuture::join);
    }

    private void inABatch() {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < AT_A_TIME; i++) {
            ids.add(books.open());
        }
        long started = System.nanoTime();
        List<Outcome<List<Long>>> outcomes = scripts.each(
                        script, "ids", ids, (Integer id) -> new CountedCall(script, books, id))
                .outcomes();
        for (int i = 0; i < AT_A_TIME; i++) {
            Outcome<List<Long>> outcome = outcomes.get(i);
            if (outcome instanceof Outcome.Success<List<Long>> success) {
                books.succeeded(ids.get(i), success.value(), started);
            } else if (outcome instanceof Outcome.Failure<List<Long>> failure) {
                books.failed(ids.get(i), failure.error(), started);
            }
        }
    }
}
