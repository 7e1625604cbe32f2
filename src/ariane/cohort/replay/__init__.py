"""The same patients under two versions of the knowledge: whose advice changes, and why."""
