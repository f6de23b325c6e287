package dev.perigee.examples.sale;

import dev.perigee.error.ScriptArgumentException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns exceptions into problem documents (RFC 9457) that say what the sender can do. */
@RestControllerAdvice
final class Problems {

    @ExceptionHandler
    ProblemDetail badInput(BadInputException e) {
        return problem(HttpStatus.BAD_REQUEST, "This request makes no sense", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        return problem(
                HttpStatus.BAD_REQUEST, "This request makes no sense", "The body is not the JSON expected here.");
    }

    /** Refused before it was sent, as an item's name that would break the hash tag of its keys. */
    @ExceptionHandler
    ProblemDetail badArgument(ScriptArgumentException e) {
        return problem(HttpStatus.BAD_REQUEST, "This request makes no sense", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail noSale(NoSaleException e) {
        return problem(HttpStatus.NOT_FOUND, "No such sale", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stampedeRunning(StampedeRunningException e) {
        return problem(HttpStatus.CONFLICT, "One stampede at a time", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notExecuted(ScriptNotExecutedException e) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Redis cannot be reached",
                "Nothing was done, and it is safe to try again.");
    }

    @ExceptionHandler
    ProblemDetail outcomeUnknown(ScriptOutcomeUnknownException e) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Redis did not answer",
                "This may have been done or not: look at the stock before trying again.");
    }

    private static ProblemDetail problem(HttpStatus status, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        problem.setDetail(detail);
        return problem;
    }
}
