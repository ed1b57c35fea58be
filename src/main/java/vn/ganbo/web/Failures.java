package vn.ganbo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import vn.ganbo.kernel.Conflict;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;

/**
 * Says in Vietnamese what happened and what to do, when a page has not said it itself. Nothing of
 * the program's inside is shown.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final FailurePage page;

    Failures(FailurePage page) {
        this.page = page;
    }

    /** 422: everything that cannot be taken as it was typed. */
    @ExceptionHandler(Problems.class)
    ModelAndView problems(Problems found, HttpServletRequest request, HttpServletResponse answer) {
        List<String> reasons = found.byField().values().stream().flatMap(List::stream).toList();
        return say(request, answer, HttpStatus.UNPROCESSABLE_CONTENT, "problems", reasons);
    }

    /** 409: a rule says no. */
    @ExceptionHandler(Refusal.class)
    ModelAndView refusal(Refusal no, HttpServletRequest request, HttpServletResponse answer) {
        String sentence = Labels.say("refusal." + no.key(), no.words());
        return say(request, answer, HttpStatus.CONFLICT, "refusal", List.of(sentence));
    }

    /** 409: somebody else was quicker. */
    @ExceptionHandler(Conflict.class)
    ModelAndView conflict(Conflict other, HttpServletRequest request, HttpServletResponse answer) {
        return say(request, answer, HttpStatus.CONFLICT, "conflict", List.of(said(other)));
    }

    /** The sentence of a conflict: who changed it, and when. */
    static String said(Conflict other) {
        return Labels.say("failure.conflict.who", other.who(), Show.moment(other.at()));
    }

    /** 404: what one may not see does not exist. */
    @ExceptionHandler({NotFound.class, AccessDeniedException.class})
    ModelAndView notFound(HttpServletRequest request, HttpServletResponse answer) {
        return say(request, answer, Failure.of(request, HttpStatus.NOT_FOUND));
    }

    /** A value of the address or of a field that is not of its kind. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView mismatch(
            MethodArgumentTypeMismatchException wrong,
            HttpServletRequest request,
            HttpServletResponse answer) {
        if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return notFound(request, answer);
        }
        String key =
                wrong.getRequiredType() == LocalDate.class
                        ? "failure.problems.day"
                        : "failure.problems.value";
        String sentence = Labels.say(key, typed(wrong.getValue()));
        return say(
                request, answer, HttpStatus.UNPROCESSABLE_CONTENT, "problems", List.of(sentence));
    }

    /** A value as it was typed; a field that came several times gives all of them. */
    private static String typed(@Nullable Object value) {
        return value instanceof Object[] several
                ? Arrays.stream(several).map(Objects::toString).collect(Collectors.joining(", "))
                : Objects.toString(value, "");
    }

    /** 422: a field or a file that did not come at all. */
    @ExceptionHandler({
        MissingRequestValueException.class,
        MissingServletRequestPartException.class
    })
    ModelAndView missing(
            Exception nothing, HttpServletRequest request, HttpServletResponse answer) {
        String key =
                nothing instanceof MissingServletRequestPartException
                        ? "failure.problems.file"
                        : "failure.problems.missing";
        return say(
                request,
                answer,
                HttpStatus.UNPROCESSABLE_CONTENT,
                "problems",
                List.of(Labels.of(key)));
    }

    /** 413: a file larger than may be sent. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ModelAndView tooLarge(HttpServletRequest request, HttpServletResponse answer) {
        return say(request, answer, Failure.of(request, HttpStatus.CONTENT_TOO_LARGE));
    }

    /**
     * 409 by the constraint's name; without a sentence a second one of what there may be only one
     * of is somebody who was quicker, and everything else a fault of ours.
     */
    @ExceptionHandler(DataIntegrityViolationException.class)
    ModelAndView constraint(
            DataIntegrityViolationException kept,
            HttpServletRequest request,
            HttpServletResponse answer) {
        @Nullable String name = constraintOf(kept);
        String key = "constraint." + name;
        if (name == null || !Labels.keys().contains(key)) {
            if (kept instanceof DuplicateKeyException) {
                LOG.warn("somebody was quicker: {} {}", pattern(request), name);
                return together(request, answer);
            }
            return bug(kept, request, answer);
        }
        return say(request, answer, HttpStatus.CONFLICT, "refusal", List.of(Labels.of(key)));
    }

    private static @Nullable String constraintOf(Throwable thrown) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof PSQLException fromServer) {
                @Nullable ServerErrorMessage message = fromServer.getServerErrorMessage();
                return message == null ? null : message.getConstraint();
            }
        }
        return null;
    }

    /** 409: two people saved the same at the same moment. */
    @ExceptionHandler(ConcurrencyFailureException.class)
    ModelAndView together(HttpServletRequest request, HttpServletResponse answer) {
        return say(
                request,
                answer,
                HttpStatus.CONFLICT,
                "conflict",
                List.of(Labels.of("failure.conflict.together")));
    }

    /** 503: the database does not answer. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ModelAndView noDatabase(
            Exception away, HttpServletRequest request, HttpServletResponse answer) {
        LOG.error("the database does not answer", away);
        return say(request, answer, Failure.of(request, HttpStatus.SERVICE_UNAVAILABLE));
    }

    /** The reader has gone; nobody is left to be told. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {
        LOG.debug("the reader has gone");
    }

    /** Everything else: what Spring has a status for, else a bug with a number. */
    @ExceptionHandler(Throwable.class)
    ModelAndView bug(Throwable bug, HttpServletRequest request, HttpServletResponse answer) {
        if (bug instanceof HttpMessageNotReadableException) {
            return say(request, answer, Failure.of(request, HttpStatus.BAD_REQUEST));
        }
        if (bug instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            @Nullable HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return say(
                    request,
                    answer,
                    Failure.of(request, status == null ? HttpStatus.BAD_REQUEST : status));
        }
        String number = number();
        LOG.error("{}: {} {}", number, request.getMethod(), pattern(request), bug);
        if (answer.isCommitted()) {
            // Half a file must not look like a whole one: thrown on, the server cuts the line.
            throw new IllegalStateException("the answer was under way", bug);
        }
        return say(
                request,
                answer,
                Failure.of(request, HttpStatus.INTERNAL_SERVER_ERROR).withNumber(number));
    }

    /** A number to be read over the telephone. */
    static String number() {
        String id = Ids.next().toString();
        return "L" + id.substring(id.length() - 8).toUpperCase(java.util.Locale.ROOT);
    }

    /** The route, not the path: no ids in the log. */
    private static Object pattern(HttpServletRequest request) {
        @Nullable Object pattern =
                request.getAttribute(
                        org.springframework.web.servlet.HandlerMapping
                                .BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no route)" : pattern;
    }

    private ModelAndView say(
            HttpServletRequest request,
            HttpServletResponse answer,
            HttpStatus status,
            String key,
            List<String> reasons) {
        return say(
                request,
                answer,
                Failure.of(
                        request,
                        status,
                        Labels.of("failure." + key),
                        Labels.of("failure." + key + ".advice"),
                        reasons));
    }

    private ModelAndView say(
            HttpServletRequest request, HttpServletResponse answer, Failure failure) {
        if (answer.isCommitted()) {
            return new ModelAndView();
        }
        answer.resetBuffer();
        return page.of(request, failure);
    }
}
