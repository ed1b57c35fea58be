package vn.ganbo.document;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes those who draw batches, once the act that started one has ended well. */
@Component
class PrintBell {
    private final Semaphore rung = new Semaphore(0);

    /** Rings when the transaction that is open now has ended well. */
    void ring() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        rung.release();
                    }
                });
    }

    /** Waits for the bell, or for this time: another node may have left a part behind. */
    boolean await(Duration most) throws InterruptedException {
        return rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
