package dev.perigee.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says where Redis was looked for, and how to point the application elsewhere. */
final class RedisUnreachableFailureAnalyzer extends AbstractFailureAnalyzer<RedisUnreachableException> {

    private static final String WHERE = """
            Start a Redis there, or say where yours is:

                spring.data.redis.host=…
                spring.data.redis.port=…

            or spring.data.redis.url, .cluster.nodes, .sentinel.nodes or .masterreplica.nodes. If it is there, check that \
            spring.data.redis.ssl.enabled says whether it expects TLS.""";

    private static final String CREDENTIALS = """
            The server is there, but refuses the credentials. Check spring.data.redis.username and \
            spring.data.redis.password, or those in spring.data.redis.url.""";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RedisUnreachableException cause) {
        String reason = cause.reason();
        boolean refused = reason.startsWith("NOAUTH") || reason.startsWith("WRONGPASS");
        return new FailureAnalysis(cause.getMessage() + ": " + reason, refused ? CREDENTIALS : WHERE, cause);
    }
}
