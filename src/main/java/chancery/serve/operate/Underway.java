package chancery.serve.operate;

import java.time.Duration;

/// How many requests are under way, and whether any more are welcome.
///
/// Thread-safe.
public final class Underway {
    private int requests;
    private boolean isStopping;

    /// @return whether the connection is to be closed behind the answer
    synchronized boolean begin() {
        requests++;
        return isStopping;
    }

    synchronized void end() {
        requests--;
        notifyAll();
    }

    public synchronized int requests() {
        return requests;
    }

    public synchronized boolean isStopping() {
        return isStopping;
    }

    /// From now on connections end with their answer.
    ///
    /// @return false if that had been asked for before
    public synchronized boolean stop() {
        boolean isFirst = !isStopping;
        isStopping = true;
        return isFirst;
    }

    /// Waits until none is under way.
    ///
    /// @return false if some still are when the time is over
    public synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (requests > 0) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }
}
