package dev.perigee.lua.check;

import dev.perigee.lua.value.Source;
import java.util.List;

/**
 * What can be said of the slot of a key that is put together from an element of KEYS and more, by where the braces are. The
 * hash tag is what stands between the first opening brace and the next closing one.
 *
 * @param isLikely whether the script itself makes the element of KEYS the hash tag
 * @param message what is known
 * @param help what to do
 */
record DerivedSlot(boolean isLikely, String message, String help) {

    static DerivedSlot of(List<Source> pieces) {
        int at = 0;
        Source.Key of = pieces.get(at).key();
        while (of == null) {
            of = pieces.get(++at).key();
        }
        int index = of.index();
        boolean isPart = !(pieces.get(at) instanceof Source.Key);
        String key = index == 0 ? "its element of KEYS" : "KEYS[" + index + "]";
        String before = at == 1 ? literal(pieces.get(0)) : "";
        String after = at + 1 < pieces.size() ? literal(pieces.get(at + 1)) : "";
        int open = before.indexOf('{');
        int close = before.indexOf('}', open + 1);
        if (open < 0) {
            return new DerivedSlot(
                    false,
                    "this key is in the slot of " + key + " only if that has a hash tag"
                            + (isPart ? ", and what is taken of it keeps the tag" : ""),
                    "give the key a hash tag, as in balance:{42}, or declare this one too");
        } else if (close > open + 1) {
            return new DerivedSlot(
                    false,
                    "the slot of this key is that of " + before.substring(open, close + 1) + ", whatever " + key
                            + " is",
                    "put it behind " + key + ", or declare this key too");
        } else if (open == before.length() - 1 && after.startsWith("}")) {
            return new DerivedSlot(
                    true,
                    "this key is in the slot of " + key + " only if "
                            + (isPart ? "what is taken of it is its hash tag" : "that has no braces of its own"),
                    "declare this key too");
        }
        return new DerivedSlot(
                false,
                "the hash tag of this key is not " + key + " alone, and so it has another slot",
                "put nothing into the braces but the key: '{' .. " + (index == 0 ? "key" : key) + " .. '}'");
    }

    private static String literal(Source piece) {
        return piece instanceof Source.Literal literal ? literal.text() : "";
    }
}
