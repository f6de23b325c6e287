package dev.perigee.processor.model;

import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code @Codec} says of a type.
 *
 * @param codec the class that encodes or decodes it; null for what is registered on the client
 */
public record CodecUse(@Nullable TypeElement codec) {}
