package vn.ganbo.member;

/**
 * A fact after which members can do less, or other work, for a while: their tasks are looked at.
 */
public interface StandingChanged {}
