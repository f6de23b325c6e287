/**
 * Real faults under load, and exact books of what ran. {@code ChaosIT} is where it starts; its promises and how to run it for
 * long are in {@code docs/delivery.md}.
 */
@NullMarked
package dev.perigee.chaos;

import org.jspecify.annotations.NullMarked;
