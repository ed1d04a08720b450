package dev.ringback.crash;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import dev.ringback.crash.Postbox.Submitted;

/// Answers each process as it is told to, and when.
final class PatientProvider implements Postbox.Behaviour {

    private static final int TAKES = 200;

    private final Map<App, Call> calls = new ConcurrentHashMap<>();

    /// One process' next call.
    record Call(int status, CountDownLatch came, CountDownLatch released) {

        void awaitCame() {
            Sightings.await(came);
        }

        boolean hasCome() {
            return came.getCount() == 0;
        }

        void release() {
            released.countDown();
        }
    }

    Call hold(App app, int status) {
        return expect(app, new Call(status, new CountDownLatch(1), new CountDownLatch(1)));
    }

    Call answer(App app, int status) {
        return expect(app, new Call(status, new CountDownLatch(1), new CountDownLatch(0)));
    }

    @Override
    public int status(App app, Submitted message) {
        return calls.containsKey(app) ? calls.get(app).status() : TAKES;
    }

    @Override
    public void beforeAnswering(App app, Submitted message) {
        if (calls.containsKey(app)) {
            var call = calls.get(app);
            call.came().countDown();
            Sightings.await(call.released());
        }
    }

    private Call expect(App app, Call call) {
        calls.put(app, call);
        return call;
    }
}
