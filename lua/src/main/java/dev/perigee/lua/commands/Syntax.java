package dev.perigee.lua.commands;

import java.util.ArrayList;
import java.util.List;

/** Writes a command's arguments as documentation does: {@code key [NX|XX] score member …}. */
final class Syntax {

    private Syntax() {}

    static String of(List<Element> elements) {
        List<String> texts = new ArrayList<>(elements.size());
        for (Element element : elements) {
            texts.add(of(element));
        }
        return String.join(" ", texts);
    }

    private static String of(Element element) {
        String text = plain(element);
        if (element.multiple()) {
            text = text + " …";
        }
        return element.optional() ? "[" + text + "]" : text;
    }

    private static String plain(Element element) {
        if (element instanceof Element.Word word) {
            return word.name();
        } else if (element instanceof Element.Token token) {
            return token.text();
        } else if (element instanceof Element.Sequence sequence) {
            return of(sequence.parts());
        }
        List<String> choices = new ArrayList<>();
        for (Element choice : ((Element.Choice) element).choices()) {
            choices.add(of(choice));
        }
        return String.join("|", choices);
    }
}
