package dev.perigee.processor.model;

import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.ParseResult;
import dev.perigee.lua.syntax.SourceText;

/**
 * A script as it will be sent, and what is known about it.
 *
 * @param path its path among the resources
 * @param source its text, under the path that is shown to users
 * @param sha1 the SHA-1 of its text in UTF-8
 * @param parsed its syntax tree and syntax errors
 * @param facts what it does
 */
public record BoundScript(String path, SourceText source, String sha1, ParseResult parsed, ScriptFacts facts) {

    /** Whether it is known to raise or return an error of its own with this code. */
    public boolean raises(String code) {
        return facts.errors().stream().anyMatch(error -> error.code().equals(code));
    }
}
