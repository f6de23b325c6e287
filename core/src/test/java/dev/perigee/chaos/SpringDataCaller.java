package dev.perigee.chaos;

import io.lettuce.core.RedisURI;
import java.util.List;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** The same calls by Spring Data Redis, as it comes. */
final class SpringDataCaller implements Load.Caller, AutoCloseable {

    private final LettuceConnectionFactory factory;
    private final StringRedisTemplate template;
    private final RedisScript<List<Long>> script = listScript();
    private final Books books;

    SpringDataCaller(RedisURI uri, Sockets sockets, Books books) {
        this.books = books;
        LettuceClientConfiguration client = LettuceClientConfiguration.builder()
                .clientResources(sockets.resources())
                .commandTimeout(uri.getTimeout())
                .build();
        factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration(uri.getHost(), uri.getPort()), client);
        factory.afterPropertiesSet();
        factory.start();
        template = new StringRedisTemplate(factory);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // What a script returns can only be named by a raw class.
    private static RedisScript<List<Long>> listScript() {
        return (RedisScript<List<Long>>) (RedisScript) RedisScript.of(CountedCall.TEXT, List.class);
    }

    @Override
    public void call(int turn) {
        int id = books.open();
        long started = System.nanoTime();
        try {
            List<Long> reply = template.execute(
                    script, List.of(books.key(id), CountedCall.lastKey(books, id)), Integer.toString(id));
            books.succeeded(id, reply, started);
        } catch (RuntimeException e) {
            books.failed(id, e, started);
        }
    }

    @Override
    public void close() {
        factory.destroy();
    }
}
