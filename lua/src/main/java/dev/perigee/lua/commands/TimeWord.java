package dev.perigee.lua.commands;

import java.time.temporal.ChronoUnit;

/**
 * A word that is a duration or an instant.
 *
 * @param word which one, from 1
 * @param unit the unit it is counted in
 * @param absolute whether it is a point in time, counted from 1970
 */
public record TimeWord(int word, ChronoUnit unit, boolean absolute) {}
