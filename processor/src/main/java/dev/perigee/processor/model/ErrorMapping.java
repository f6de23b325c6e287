package dev.perigee.processor.model;

import dev.perigee.processor.declaration.ErrorDeclaration;
import dev.perigee.processor.declaration.MethodDeclaration;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * An error of the script's that becomes an exception of the application's.
 *
 * @param declaration the {@code @ScriptError}
 * @param constructor how the exception is made
 * @param checked whether methods have to declare it
 */
public record ErrorMapping(ErrorDeclaration declaration, Constructor constructor, boolean checked) {

    /** The error's code. */
    public String code() {
        return declaration.code();
    }

    /** The exception's class. */
    public TypeElement exception() {
        return declaration.exception();
    }

    /** Whether it is declared on the method, or on an interface for it. */
    public boolean isAbout(MethodDeclaration method) {
        Element holder = declaration.holder();
        return holder.equals(method.element())
                || holder.equals(method.element().getEnclosingElement())
                || !declaration.inherited();
    }

    /** What the exception's constructor takes. */
    public enum Constructor {
        /** The error's text, and the error. */
        MESSAGE_AND_ERROR,
        /** The error. */
        ERROR,
        /** The error's text. */
        MESSAGE,
        /** Nothing. */
        NOTHING
    }
}
