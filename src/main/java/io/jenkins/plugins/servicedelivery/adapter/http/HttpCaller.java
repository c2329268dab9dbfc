package io.jenkins.plugins.servicedelivery.adapter.http;

import io.jenkins.plugins.servicedelivery.core.shared.DeniedException;
import io.jenkins.plugins.servicedelivery.core.shared.FailedException;
import io.jenkins.plugins.servicedelivery.core.shared.Timekeeper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks one server, by one policy:
 *
 * <ul>
 *   <li>one deadline for the whole call, with all its tries and waits;
 *   <li>no answer, or 5xx: asked again a few times, with growing pauses, if the call is repeatable;
 *   <li>429: waited out as the server says, by all threads together;
 *   <li>401: the credential is renewed once; 403 is final; a certificate that is not trusted is final;
 *   <li>redirects: followed for reading, the credential never goes to another origin, nothing goes from https to http.
 * </ul>
 *
 * Safe for several threads.
 */
public final class HttpCaller {
    private static final int MOST_TRIES = 4;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private final HttpConnection connection;
    private final Credentials credentials;
    private final Timekeeper time;
    private final Exchange exchange;
    private final AtomicReference<Duration> notBefore = new AtomicReference<>(Duration.ZERO);

    public HttpCaller(HttpConnection connection, Credentials credentials, Timekeeper time) {
        this.connection = connection;
        this.credentials = credentials;
        this.time = time;
        this.exchange = new Exchange(connection);
    }

    /**
     * The server's answer, whatever its status is, other than those that the policy deals with.
     *
     * @throws DeniedException when it refuses the credential or the right
     * @throws io.jenkins.plugins.servicedelivery.core.shared.UnavailableException when no answer could be had in time
     * @throws FailedException when asking again changes nothing, such as a certificate that is not trusted
     */
    public HttpAnswer call(HttpCall call) throws InterruptedException {
        return new Attempts(call).run();
    }

    /** The answer, which must have one of these statuses. */
    public HttpAnswer call(HttpCall call, Set<Integer> expected) throws InterruptedException {
        HttpAnswer answer = call(call);
        if (!expected.contains(answer.status())) {
            throw failures(call, answer.address()).unexpected(answer);
        }
        return answer;
    }

    private HttpFailures failures(HttpCall call, URI address) {
        return new HttpFailures(call.tried(), address, new Redaction(credentials.authorization()));
    }

    /** All tries of one call. */
    private final class Attempts {
        private final Duration end = time.elapsed().plus(connection.deadline());
        private final AtomicBoolean passedOn = new AtomicBoolean();
        private HttpCall call;
        private int tries;
        private int redirects;
        private boolean renewed;

        Attempts(HttpCall call) {
            this.call = call;
        }

        HttpAnswer run() throws InterruptedException {
            while (true) {
                Optional<HttpAnswer> answer = attempt();
                if (answer.isPresent() && isFinal(answer.get())) {
                    return answer.get();
                }
            }
        }

        private Optional<HttpAnswer> attempt() throws InterruptedException {
            connection.refuseUnsafe(call.tried(), call.address());
            pauseUntil(notBefore.get());
            tries++;
            try {
                return Optional.of(exchange.send(call, authorization(), left(), passedOn));
            } catch (IOException e) {
                if (!mayTryAgain() || HttpFailures.isFinal(e)) {
                    throw failures(call, call.address()).disturbed(e);
                }
                pause(Optional.empty());
                return Optional.empty();
            }
        }

        private boolean isFinal(HttpAnswer answer) throws InterruptedException {
            int status = answer.status();
            if (status == UNAUTHORIZED) {
                renew(answer);
                return false;
            }
            if (status == FORBIDDEN) {
                throw failures(call, call.address()).denied(answer);
            }
            if (status == TOO_MANY_REQUESTS) {
                waitFor(answer);
                return false;
            }
            if (status >= 500) {
                tryAgain(answer);
                return false;
            }
            return !REDIRECTS.contains(status) || !follow(answer);
        }

        private void renew(HttpAnswer answer) throws InterruptedException {
            if (renewed || !connection.owns(call.address()) || !credentials.renew(answer)) {
                throw failures(call, call.address()).denied(answer);
            }
            renewed = true;
        }

        private void waitFor(HttpAnswer answer) throws InterruptedException {
            Duration asked = RetryAfter.of(answer, time.now())
                    .filter(wait -> wait.compareTo(backoff()) > 0)
                    .orElse(backoff());
            Duration until = time.elapsed().plus(asked);
            if (until.compareTo(end) > 0) {
                throw failures(call, call.address()).busy(answer, asked);
            }
            notBefore.accumulateAndGet(until, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }

        private void tryAgain(HttpAnswer answer) throws InterruptedException {
            if (!mayTryAgain()) {
                throw failures(call, call.address()).unavailable(answer);
            }
            pause(RetryAfter.of(answer, time.now()));
        }

        private boolean follow(HttpAnswer answer) {
            Optional<String> location = answer.header("Location");
            if (!READING.contains(call.method()) || location.isEmpty()) {
                return false;
            }
            if (++redirects > MOST_REDIRECTS) {
                throw failures(call, call.address()).circle();
            }
            URI target = failures(call, call.address()).resolve(location.get());
            if ("https".equalsIgnoreCase(call.address().getScheme()) && !"https".equalsIgnoreCase(target.getScheme())) {
                throw failures(call, call.address()).downgraded();
            }
            call = call.at(target);
            return true;
        }

        private Optional<String> authorization() {
            return connection.owns(call.address()) ? credentials.authorization() : Optional.empty();
        }

        private boolean mayTryAgain() {
            return call.repeatable() && tries < MOST_TRIES && !passedOn.get() && !left().isZero();
        }

        private void pause(Optional<Duration> asked) throws InterruptedException {
            Duration wanted = asked.orElse(backoff());
            pauseUntil(time.elapsed().plus(wanted.compareTo(left()) < 0 ? wanted : left()));
        }

        private void pauseUntil(Duration moment) throws InterruptedException {
            Duration wait = moment.minus(time.elapsed());
            if (!wait.isNegative() && !wait.isZero()) {
                time.pause(wait);
            }
        }

        private Duration backoff() {
            return FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_TRIES) - 1);
        }

        private Duration left() {
            Duration left = end.minus(time.elapsed());
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
