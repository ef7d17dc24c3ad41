package dev.signalman.simulator.semaphore.http;

import dev.signalman.web.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with calls of one kind.
 *
 * @param path after {@code /api/v1alpha}; {@code *} stands for any text
 * @param times how many calls it strikes
 * @param acts whether Semaphore does what was asked before it happens
 * @param answer in place of Semaphore's own; null keeps that
 * @param gate what the call waits for before anything else, a minute at most, or null
 * @param answerGate what the answer waits for, when all is done, a minute at most, or null
 * @param delay how long the answer takes by the machine's own clock
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

    /** A fault that does nothing yet, once; {@code method} may be {@code *}. */
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

    /** Answers this, and Semaphore never hears of the call. */
    public SemaphoreFault answers(Reply reply) {
        return new SemaphoreFault(method, path, times, false, reply, gate, answerGate, delay);
    }

    /** Semaphore acts, but this is what comes back. */
    public SemaphoreFault actsThenAnswers(Reply reply) {
        return new SemaphoreFault(method, path, times, true, reply, gate, answerGate, delay);
    }

    /** As under load: 500 that says nothing. */
    public SemaphoreFault internalError() {
        return answers(SemaphoreResponses.internalError());
    }

    /** The edge gives up waiting although the act happened. */
    public SemaphoreFault actsThenTimesOut() {
        return actsThenAnswers(timedOut());
    }

    /** The edge gives up waiting, and nothing happened. */
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

    /** Somebody's web page in place of JSON. */
    public SemaphoreFault html(int status) {
        var page = "<!DOCTYPE html><html><body><h1>Semaphore</h1></body></html>";
        var reply = Reply.text(status, page);
        return answers(new Reply(status, "text/html; charset=utf-8", reply.headers(), reply.body()));
    }

    /** The whole of Semaphore is away. */
    public SemaphoreFault unavailable() {
        return answers(Reply.text(503, "no healthy upstream"));
    }

    /** The edge cannot ask who somebody is. */
    public SemaphoreFault forbiddenAtTheEdge() {
        return answers(Reply.bare(403, ""));
    }

    /** The token is not known, for a while. */
    public SemaphoreFault badToken() {
        return answers(Reply.bare(401, "Unauthorized"));
    }

    /** The caller's address is not on the organisation's list. */
    public SemaphoreFault addressNotAllowed() {
        return answers(Reply.bare(404, IpAllowlistRefusal.refusal("127.0.0.1")));
    }

    /** Nothing goes on until the gate opens. */
    public SemaphoreFault waitsFor(CountDownLatch opens) {
        return new SemaphoreFault(method, path, times, acts, answer, opens, answerGate, delay);
    }

    /** Semaphore acts, and nothing is heard of it until the gate opens. */
    public SemaphoreFault answerWaitsFor(CountDownLatch opens) {
        return new SemaphoreFault(method, path, times, acts, answer, gate, opens, delay);
    }

    /** The answer comes late. */
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
