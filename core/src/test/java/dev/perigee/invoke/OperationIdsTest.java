package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperationIdsTest {

    @Test
    void areDifferentOnAllThreads() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 100_000).parallel().forEach(i -> ids.add(OperationIds.next()));

        assertThat(ids).hasSize(100_000).allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
    }
}
