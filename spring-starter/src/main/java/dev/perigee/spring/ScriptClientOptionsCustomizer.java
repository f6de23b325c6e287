package dev.perigee.spring;

import dev.perigee.client.ScriptClientOptions;

/**
 * A bean that adds to the options of the application's {@link dev.perigee.client.ScriptClient ScriptClient}, such as
 * encoders and decoders of its own types. Several are asked in their order, after the properties have been applied.
 */
@FunctionalInterface
public interface ScriptClientOptionsCustomizer {

    /** The options to use in place of these. */
    ScriptClientOptions customize(ScriptClientOptions options);
}
