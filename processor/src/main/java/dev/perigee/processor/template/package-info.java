/**
 * Key templates: {@code sale:{#sku}:stock} as literals and placeholders.
 *
 * <p>In: a template's text. Out: its parts with their places, or what is wrong with it. Knows no Java model.
 */
@NullMarked
package dev.perigee.processor.template;

import org.jspecify.annotations.NullMarked;
