"""What differs from system to system: one small module a subject, and one small function a platform."""
