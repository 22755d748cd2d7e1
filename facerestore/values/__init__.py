"""What everything speaks of: photo, mask, face, crop, layout, request, result, events and errors."""
