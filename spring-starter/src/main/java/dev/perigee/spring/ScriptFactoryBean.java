package dev.perigee.spring;

import dev.perigee.client.ScriptClient;
import org.springframework.beans.factory.FactoryBean;

/**
 * Makes the bean of one {@code @RedisScript} interface, when it is made itself and not at the bean's first use: what is
 * wrong with the interface shows at start, and its scripts can be loaded before any traffic.
 *
 * <p>No {@code SmartFactoryBean}, whose {@code isEagerInit} would do so too: Spring asks such a one for a new object at every
 * injection.
 *
 * @param <T> the interface
 */
final class ScriptFactoryBean<T> implements FactoryBean<T> {

    private final Class<T> type;
    private final T scripts;

    ScriptFactoryBean(Class<T> type, ScriptClient client) {
        this.type = type;
        this.scripts = client.create(type);
    }

    @Override
    public T getObject() {
        return scripts;
    }

    @Override
    public Class<T> getObjectType() {
        return type;
    }
}
