package chancery.guard;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/// The last net under the budgets, which are estimates: when the heap is nearly full although the
/// garbage was collected, it stops a query.
final class MemoryNet implements AutoCloseable {
    private static final double FULL = 0.85;

    private final NotificationEmitter emitter;
    private final NotificationListener listener;

    /// @param stopOne stops a query
    MemoryNet(Runnable stopOne) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getUsage();
            if (pool.getType() == MemoryType.HEAP
                    && pool.isCollectionUsageThresholdSupported()
                    && isOld(pool)
                    && usage.getMax() > 0) {
                pool.setCollectionUsageThreshold((long) (usage.getMax() * FULL));
            }
        }
        this.emitter = (NotificationEmitter) memory;
        this.listener =
                (Notification notification, Object handback) -> {
                    if (MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED.equals(
                            notification.getType())) {
                        stopOne.run();
                    }
                };
        emitter.addNotificationListener(listener, null, null);
    }

    /// Where objects stay that live long, whatever the collector calls it.
    private static boolean isOld(MemoryPoolMXBean pool) {
        return pool.getName().contains("Old") || pool.getName().contains("Tenured");
    }

    @Override
    public void close() {
        try {
            emitter.removeNotificationListener(listener);
        } catch (ListenerNotFoundException e) {
            throw new IllegalStateException("it was added", e);
        }
    }
}
