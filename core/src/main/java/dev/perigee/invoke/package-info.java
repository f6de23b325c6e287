/**
 * What generated invokers call: the binary interface between them and the library, and nothing for other code.
 *
 * <p>In: a {@code ScriptCall} with its values. Out: the decoded reply. It knows neither Lettuce's internals nor the client;
 * {@code ScriptDispatch} is implemented by the transport. Its version is {@code ScriptDispatch.ABI}.
 */
@NullMarked
package dev.perigee.invoke;

import org.jspecify.annotations.NullMarked;
