package dev.signalman.simulator.semaphore.http;

import dev.signalman.web.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault for matching calls.
 *
 * @param path after {@code /api/v1alpha}; {@code *} matches any text
 * @param times number of calls that it affects
 * @param acts whether Semaphore carries out the request first
 * @param answer replaces Semaphore's answer; null keeps it
 * @param gate what the call waits for first, a minute at most; or null
 * @param answerGate what the answer waits for after the act, a minute at most; or null
 * @param delay of the answer, in real time
 */
public record SemaphoreFault(
        String method,
        String path,
        int times,
        boolean acts,
        @Nullable Reply answer,
        @Nullable CountDownLatch gate,
        @Nullable CountDownLatch answerGate,
        Duration delay) {

    /** A fault without effect yet, for one call; {@code method} may be {@code *}. */
    public static SemaphoreFault on(String method, String path) {
        return new SemaphoreFault(method, path, 1, true, null, null, null, Duration.ZERO);
    }

    /** A fault of every call. */
    public static SemaphoreFault everywhere() {
        return on("*", "*").always();
    }

    public SemaphoreFault times(int calls) {
        return new SemaphoreFault(method, path, calls, acts, answer, gate, answerGate, delay);
    }

    public SemaphoreFault always() {
        return times(Integer.MAX_VALUE);
    }

    /** Answers this without carrying out the request. */
    public SemaphoreFault answers(Reply reply) {
        return new SemaphoreFault(method, path, times, false, reply, gate, answerGate, delay);
    }

    /** Carries out the request, but answers this. */
    public SemaphoreFault actsThenAnswers(Reply reply) {
        return new SemaphoreFault(method, path, times, true, reply, gate, answerGate, delay);
    }

    /** A 500 without a reason, as under load. */
    public SemaphoreFault internalError() {
        return answers(SemaphoreResponses.internalError());
    }

    /** A gateway time-out after the request was carried out. */
    public SemaphoreFault actsThenTimesOut() {
        return actsThenAnswers(timedOut());
    }

    /** A gateway time-out, and the request was not carried out. */
    public SemaphoreFault timesOut() {
        return answers(timedOut());
    }

    public SemaphoreFault actsThenCuts() {
        return actsThenAnswers(Reply.cut());
    }

    public SemaphoreFault cuts() {
        return answers(Reply.cut());
    }

    public SemaphoreFault tooMany(Duration retryAfter) {
        return answers(Reply.text(429, "Too many requests").with("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    /** A web page instead of JSON. */
    public SemaphoreFault html(int status) {
        var page = "<!DOCTYPE html><html><body><h1>Semaphore</h1></body></html>";
        var reply = Reply.text(status, page);
        return answers(new Reply(status, "text/html; charset=utf-8", reply.headers(), reply.body()));
    }

    /** All of Semaphore is down. */
    public SemaphoreFault unavailable() {
        return answers(Reply.text(503, "no healthy upstream"));
    }

    /** The gateway cannot authenticate anybody. */
    public SemaphoreFault forbiddenAtTheEdge() {
        return answers(Reply.bare(403, ""));
    }

    /** The token is rejected. */
    public SemaphoreFault badToken() {
        return answers(Reply.bare(401, "Unauthorized"));
    }

    /** The caller's address is not on the allowlist. */
    public SemaphoreFault addressNotAllowed() {
        return answers(Reply.bare(404, IpAllowlistRefusal.refusal("127.0.0.1")));
    }

    /** Holds the call until the gate opens. */
    public SemaphoreFault waitsFor(CountDownLatch opens) {
        return new SemaphoreFault(method, path, times, acts, answer, opens, answerGate, delay);
    }

    /** Carries out the request, but holds the answer until the gate opens. */
    public SemaphoreFault answerWaitsFor(CountDownLatch opens) {
        return new SemaphoreFault(method, path, times, acts, answer, gate, opens, delay);
    }

    /** Delays the answer. */
    public SemaphoreFault slowBy(Duration time) {
        return new SemaphoreFault(method, path, times, acts, answer, gate, answerGate, time);
    }

    boolean strikes(String calledMethod, String calledPath) {
        return (method.equals("*") || method.equals(calledMethod))
                && Pattern.matches(("\\Q" + path + "\\E").replace("*", "\\E.*\\Q"), calledPath);
    }

    private static Reply timedOut() {
        return Reply.text(504, "upstream request timeout");
    }
}
