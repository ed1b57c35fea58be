package vn.ganbo.regulation;

/**
 * Nhiệm vụ của đảng viên ở nơi cư trú.
 *
 * @param number from 1
 * @param label a few words, for lists
 * @param text the full text; says so itself where it is not verified
 */
public record Duty(int number, String label, String text, Basis basis) {}
