package dev.perigee.spring;

import dev.perigee.client.ScriptClient;
import org.springframework.beans.factory.SmartFactoryBean;

/**
 * Makes the bean of one {@code @RedisScript} interface, at start and not at its first use: what is wrong with it shows
 * then, and its scripts can be loaded before any traffic.
 *
 * @param <T> the interface
 */
final class ScriptFactoryBean<T> implements SmartFactoryBean<T> {

    private final Class<T> type;
    private final ScriptClient client;

    ScriptFactoryBean(Class<T> type, ScriptClient client) {
        this.type = type;
        this.client = client;
    }

    @Override
    public T getObject() {
        return client.create(type);
    }

    @Override
    public Class<T> getObjectType() {
        return type;
    }

    @Override
    public boolean isEagerInit() {
        return true;
    }
}
