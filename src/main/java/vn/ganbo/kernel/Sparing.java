package vn.ganbo.kernel;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Đang được giảm công tác: a capability that keeps decisions about health and age says whom to ask
 * less of, for whoever gives work. A bean.
 */
public interface Sparing {
    /** Of these members within the scope those who by a decision do less today. One statement. */
    Set<UUID> spared(Scope scope, Collection<UUID> members);
}
